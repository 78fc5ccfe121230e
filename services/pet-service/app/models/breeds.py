"""Dog breeds by name, in English and Russian, with the size that grown dogs of the breed usually have."""

from dataclasses import dataclass

from lapa_contracts.values import PetSize


@dataclass(frozen=True, slots=True)
class Breed:
    name: str
    name_ru: str
    size: PetSize


_BY_SIZE = {
    PetSize.SMALL: """
Affenpinscher=Аффенпинчер; American Hairless Terrier=Американский голый терьер; Australian Silky Terrier=Австралийский шелковистый терьер;
Australian Terrier=Австралийский терьер; Bichon Frise=Бишон фризе; Biewer Terrier=Бивер-йоркширский терьер; Bolognese=Болоньез;
Border Terrier=Бордер-терьер; Boston Terrier=Бостон-терьер; Brussels Griffon=Брюссельский гриффон; Cairn Terrier=Керн-терьер;
Cavalier King Charles Spaniel=Кавалер-кинг-чарльз-спаниель; Chihuahua=Чихуахуа; Chinese Crested=Китайская хохлатая собака;
Coton de Tulear=Котон-де-тулеар; Dachshund=Такса; Dandie Dinmont Terrier=Денди-динмонт-терьер; English Toy Terrier=Английский той-терьер;
Havanese=Гаванский бишон; Italian Greyhound=Итальянская борзая (левретка); Jack Russell Terrier=Джек-рассел-терьер; Japanese Chin=Японский хин;
Japanese Spitz=Японский шпиц; King Charles Spaniel=Кинг-чарльз-спаниель; Lakeland Terrier=Лейкленд-терьер; Lhasa Apso=Лхаса апсо;
Löwchen=Лёвхен; Maltese=Мальтезе; Maltipoo=Мальтипу; Miniature Pinscher=Цвергпинчер; Miniature Poodle=Малый пудель;
Miniature Schnauzer=Цвергшнауцер; Norfolk Terrier=Норфолк-терьер; Norwich Terrier=Норвич-терьер; Papillon=Папильон; Parson Russell Terrier=Парсон-рассел-терьер;
Pekingese=Пекинес; Pomeranian=Померанский шпиц; Pug=Мопс; Russian Toy=Русский той; Russian Tsvetnaya Bolonka=Русская цветная болонка;
Schipperke=Схипперке; Scottish Terrier=Скотч-терьер; Sealyham Terrier=Силихем-терьер; Shetland Sheepdog=Шелти; Shih Tzu=Ши-тцу;
Tibetan Spaniel=Тибетский спаниель; Toy Fox Terrier=Той-фокстерьер; Toy Poodle=Той-пудель; West Highland White Terrier=Вест-хайленд-уайт-терьер;
Fox Terrier=Фокстерьер; Yorkshire Terrier=Йоркширский терьер""",
    PetSize.MEDIUM: """
American Cocker Spaniel=Американский кокер-спаниель; American Staffordshire Terrier=Американский стаффордширский терьер;
Australian Cattle Dog=Австралийский хилер; Australian Kelpie=Австралийский келпи; Australian Shepherd=Австралийская овчарка; Basenji=Басенджи;
Basset Hound=Бассет-хаунд; Beagle=Бигль; Bedlington Terrier=Бедлингтон-терьер; Border Collie=Бордер-колли; Brittany=Бретонский эпаньоль;
Bull Terrier=Бультерьер; Bulldog=Английский бульдог; Cockapoo=Кокапу; Drever=Древер; English Cocker Spaniel=Английский кокер-спаниель;
English Springer Spaniel=Английский спрингер-спаниель; Eurasier=Евразиер; Finnish Lapphund=Финский лаппхунд; Finnish Spitz=Финский шпиц;
French Bulldog=Французский бульдог; German Pinscher=Немецкий пинчер; German Spitz=Немецкий шпиц; Icelandic Sheepdog=Исландская овчарка;
Irish Terrier=Ирландский терьер; Jagdterrier=Ягдтерьер; Karelian Bear Dog=Карельская медвежья собака; Keeshond=Кеесхонд; Kerry Blue Terrier=Керри-блю-терьер;
Kooikerhondje=Коикерхондье; Lagotto Romagnolo=Лаготто-романьоло; Lapponian Herder=Лопарская оленегонная собака; Manchester Terrier=Манчестерский терьер;
Miniature Bull Terrier=Миниатюрный бультерьер; Mudi=Муди; Norwegian Elkhound=Норвежский серый элкхунд; Nova Scotia Duck Tolling Retriever=Новошотландский ретривер;
Pembroke Welsh Corgi=Вельш-корги пемброк; Cardigan Welsh Corgi=Вельш-корги кардиган; Portuguese Water Dog=Португальская водяная собака; Puli=Пули; Pumi=Пуми;
Russian Spaniel=Русский охотничий спаниель; Russo-European Laika=Русско-европейская лайка; Samoyed=Самоед; Schapendoes=Схапендус; Shar Pei=Шарпей;
Shiba Inu=Сиба-ину; Siberian Husky=Сибирский хаски; Soft Coated Wheaten Terrier=Мягкошёрстный пшеничный терьер; Spanish Water Dog=Испанская водяная собака;
Staffordshire Bull Terrier=Стаффордширский бультерьер; Standard Schnauzer=Миттельшнауцер; Swedish Vallhund=Шведский вальхунд; Swedish Lapphund=Шведский лаппхунд; Tibetan Terrier=Тибетский терьер;
Welsh Springer Spaniel=Вельш-спрингер-спаниель; Welsh Terrier=Вельштерьер; West Siberian Laika=Западносибирская лайка; Whippet=Уиппет; Yakutian Laika=Якутская лайка""",
    PetSize.LARGE: """
Afghan Hound=Афганская борзая; Airedale Terrier=Эрдельтерьер; Akita Inu=Акита-ину; American Bulldog=Американский бульдог; Bearded Collie=Бородатая колли;
Beauceron=Босерон; Belgian Shepherd Groenendael=Бельгийская овчарка грюнендаль; Belgian Shepherd Malinois=Бельгийская овчарка малинуа; Belgian Shepherd Tervuren=Бельгийская овчарка тервюрен;
Berger Picard=Пикардийская овчарка; Borzoi=Русская псовая борзая; Bouvier des Flandres=Фландрский бувье; Boxer=Боксёр; Briard=Бриар; Chow Chow=Чау-чау; Collie=Колли;
Curly-Coated Retriever=Курчавошёрстный ретривер; Dalmatian=Далматин; Doberman=Доберман; Dutch Shepherd=Голландская овчарка; East European Shepherd=Восточноевропейская овчарка;
East Siberian Laika=Восточносибирская лайка; English Foxhound=Английский фоксхаунд; English Setter=Английский сеттер; Flat-Coated Retriever=Прямошёрстный ретривер;
German Shepherd=Немецкая овчарка; German Shorthaired Pointer=Курцхаар; German Wirehaired Pointer=Дратхаар; Giant Schnauzer=Ризеншнауцер; Golden Retriever=Золотистый ретривер;
Goldendoodle=Голдендудль; Gordon Setter=Шотландский сеттер; Greyhound=Грейхаунд; Hovawart=Ховаварт; Irish Setter=Ирландский сеттер; Kai Ken=Кай; Labradoodle=Лабрадудль;
Labrador Retriever=Лабрадор-ретривер; Old English Sheepdog=Бобтейл; Pharaoh Hound=Фараонова собака; Pointer=Пойнтер; Poodle=Большой пудель;
Rhodesian Ridgeback=Родезийский риджбек; Russian Hound=Русская гончая; Saluki=Салюки; South Russian Ovcharka=Южнорусская овчарка; Thai Ridgeback=Тайский риджбек; Vizsla=Венгерская выжла;
Weimaraner=Веймаранер; White Swiss Shepherd=Белая швейцарская овчарка; Xoloitzcuintli=Ксолоитцкуинтли; Alaskan Malamute=Аляскинский маламут""",
    PetSize.GIANT: """
Bernese Mountain Dog=Бернский зенненхунд; Black Russian Terrier=Русский чёрный терьер; Bloodhound=Бладхаунд; Boerboel=Бурбуль; Bullmastiff=Бульмастиф; Cane Corso=Кане-корсо;
Caucasian Shepherd=Кавказская овчарка; Central Asian Shepherd=Среднеазиатская овчарка (алабай); Dogue de Bordeaux=Бордоский дог; Fila Brasileiro=Бразильский фила; Great Dane=Немецкий дог;
Great Pyrenees=Пиренейская горная собака; Greater Swiss Mountain Dog=Большой швейцарский зенненхунд; Irish Wolfhound=Ирландский волкодав; Kangal=Кангал; Komondor=Комондор; Kuvasz=Кувас;
Landseer=Ландсир; Leonberger=Леонбергер; Mastiff=Английский мастиф; Moscow Watchdog=Московская сторожевая; Neapolitan Mastiff=Неаполитанский мастиф; Newfoundland=Ньюфаундленд;
Rottweiler=Ротвейлер; Scottish Deerhound=Дирхаунд; Spanish Mastiff=Испанский мастиф; St. Bernard=Сенбернар; Tibetan Mastiff=Тибетский мастиф; Tosa=Тоса-ину""",
}


def _read() -> list[Breed]:
    breeds = [
        Breed(*(part.strip() for part in pair.split("=")), size)  # pyright: ignore[reportCallIssue]
        for size, pairs in _BY_SIZE.items()
        for pair in pairs.split(";")
    ]
    return sorted(breeds, key=lambda breed: breed.name)


BREEDS = _read()
_SIZES = {name.lower(): one.size for one in BREEDS for name in (one.name, one.name_ru)}


def size_of_breed(name: str | None) -> PetSize | None:
    """By either name; None for a breed we do not know."""
    return _SIZES.get((name or "").strip().lower())


def find_breeds(query: str, limit: int) -> list[Breed]:
    """Those with a word that begins like the query first, then those that contain it."""
    wanted = query.strip().lower()

    def rank(breed: Breed) -> int:
        names = f" {breed.name} {breed.name_ru}".lower().replace("-", " ").replace("(", " ")
        return 0 if f" {wanted}" in names else 1 if wanted in names else 2

    ranked = sorted(BREEDS, key=rank)
    return [breed for breed in ranked if rank(breed) < 2][:limit]
