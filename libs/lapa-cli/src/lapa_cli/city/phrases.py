"""What owners and walkers say to each other, in English, Russian and Finnish."""

import random
from typing import Literal, TypeAlias

Occasion: TypeAlias = Literal[
    "accepted", "setting_out", "thanks", "started", "photo", "reply", "finished", "farewell",
    "owner_review", "walker_review", "booking_note", "bio",
]  # fmt: skip

PHRASES: dict[str, dict[Occasion, tuple[str, ...]]] = {
    "en": {
        "accepted": ("Hi! I'd love to walk {dog} today.", "Hello! I'm close by, see you soon."),
        "setting_out": ("On my way, a few minutes.", "Leaving now!"),
        "thanks": (
            "Great, thank you!",
            "Perfect. {dog} is already at the door.",
            "Lovely, thanks.",
        ),
        "started": ("We're off!", "{dog} says hi. Off we go.", "And we're out."),
        "photo": ("Look at this face!", "{dog} found the best spot.", "Photo break."),
        "reply": (
            "So cute!",
            "Ha, typical {dog}.",
            "Thank you, that made my day.",
            "Enjoy the park!",
        ),
        "finished": (
            "Back home, all well.",
            "{dog} is home and happy.",
            "Done! Water bowl refilled.",
        ),
        "farewell": (
            "Thank you so much!",
            "You're the best, see you next time.",
            "Thanks, really!",
        ),
        "owner_review": (
            "Careful, punctual, kind.",
            "{dog} came home happy.",
            "Great walk, great photos.",
        ),
        "walker_review": (
            "{dog} is a joy to walk.",
            "Clear instructions, lovely dog.",
            "Any time again!",
        ),
        "booking_note": (
            "{dog} loves the park, and is shy of trams.",
            "The blue lead hangs by the door.",
        ),
        "bio": ("I walk rain or shine, and always carry water.", "Dogs first, phone second."),
    },
    "ru": {
        "accepted": (
            "Здравствуйте! С радостью погуляю с вами сегодня.",
            "Добрый день! Я рядом, скоро буду.",
        ),
        "setting_out": ("Выхожу, буду через несколько минут.", "Уже иду!"),
        "thanks": ("Отлично, спасибо!", "{dog} уже ждёт у двери.", "Хорошо, спасибо большое."),
        "started": ("Пошли гулять!", "{dog} передаёт привет, мы вышли.", "Мы на улице."),
        "photo": ("Посмотрите на эту мордочку!", "{dog}: лучшее место найдено.", "Привал и фото."),
        "reply": (
            "Какая прелесть!",
            "Ха, узнаю характер.",
            "Спасибо, подняли настроение!",
            "Хорошей прогулки!",
        ),
        "finished": (
            "Мы дома, всё хорошо.",
            "{dog} дома, хвост виляет.",
            "Вернулись, налили воды.",
        ),
        "farewell": ("Спасибо вам огромное!", "Вы лучшие, до встречи!", "Спасибо, очень выручили."),
        "owner_review": (
            "Внимательно, вовремя, с душой.",
            "{dog} в восторге.",
            "Прекрасная прогулка и фото.",
        ),
        "walker_review": (
            "{dog} — одно удовольствие.",
            "Всё понятно объяснили, чудесная собака.",
            "С радостью ещё раз!",
        ),
        "booking_note": (
            "{dog} любит парк и побаивается трамваев.",
            "Синий поводок висит у двери.",
        ),
        "bio": ("Гуляю в любую погоду, вода всегда с собой.", "Сначала собака, потом телефон."),
    },
    "fi": {
        "accepted": (
            "Hei! Lähden mielelläni lenkille, {dog} mukaan!",
            "Moi! Olen lähellä, nähdään pian.",
        ),
        "setting_out": ("Olen matkalla, pari minuuttia.", "Lähden nyt!"),
        "thanks": ("Mahtavaa, kiitos!", "{dog} odottaa jo ovella.", "Kiva, kiitos."),
        "started": ("Lähdettiin!", "{dog} lähettää terveisiä, nyt mennään.", "Ollaan ulkona."),
        "photo": ("Katso tätä ilmettä!", "{dog} löysi parhaan paikan.", "Kuvatauko."),
        "reply": ("Voi miten söpö!", "Tyypillinen {dog}.", "Kiitos, ihanaa!", "Hyvää lenkkiä!"),
        "finished": (
            "Kotona ollaan, kaikki hyvin.",
            "{dog} on kotona ja tyytyväinen.",
            "Valmista! Vesikuppi täytetty.",
        ),
        "farewell": ("Kiitos paljon!", "Olet paras, ensi kertaan!", "Kiitos todella!"),
        "owner_review": (
            "Huolellinen, täsmällinen, ystävällinen.",
            "{dog} tuli kotiin iloisena.",
            "Hieno lenkki ja kuvat.",
        ),
        "walker_review": (
            "{dog} on ihana lenkkikaveri.",
            "Selkeät ohjeet, mahtava koira.",
            "Milloin vain uudestaan!",
        ),
        "booking_note": (
            "{dog} rakastaa puistoa ja arastelee ratikoita.",
            "Sininen hihna roikkuu oven vieressä.",
        ),
        "bio": ("Lenkille satoi tai paistoi, vesi aina mukana.", "Koira ensin, puhelin sitten."),
    },
}


def say(language: str, occasion: Occasion, dice: random.Random, dog: str) -> str:
    """One phrase for the occasion; a language without phrases speaks English."""
    phrases = PHRASES.get(language, PHRASES["en"])[occasion]
    return dice.choice(phrases).format(dog=dog)
