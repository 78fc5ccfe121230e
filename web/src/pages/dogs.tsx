/** The owner's dogs. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router";

import { api, idempotent, ok, uploadMedia } from "../api/client";
import { usePets } from "../api/queries";
import type { Pet } from "../api/types";
import { useI18n } from "../i18n";
import { randomId } from "../lib/random";
import { Area, Badge, Button, ButtonLink, Card, Choice, Choices, Empty, ErrorNote, Field, Loading, Page } from "../ui/kit";
import { Icon, Paw } from "../ui/icons";
import { LocalPicture, Picture } from "../ui/media";
import { fieldError } from "../ui/words-for";

export const TEMPERAMENTS = ["friendly", "shy", "energetic", "calm", "reactive", "puller"] as const;

export function DogsPage() {
  const { t } = useI18n();
  const pets = usePets();
  return (
    <Page title={t("nav.dogs")} action={!!pets.data?.length && <ButtonLink to="/dogs/new" size="small" icon="plus">{t("dogs.add")}</ButtonLink>}>
      {pets.isPending && <Loading />}
      <ErrorNote error={pets.error} onRetry={() => void pets.refetch()} />
      {pets.data?.length === 0 && (
        <Empty icon="dog" title={t("dogs.empty")}>
          <p>{t("dogs.empty_text")}</p>
          <ButtonLink to="/dogs/new" icon="plus">
            {t("dogs.add")}
          </ButtonLink>
        </Empty>
      )}
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {pets.data?.map((pet) => (
          <DogCard key={pet.id} pet={pet} />
        ))}
      </ul>
    </Page>
  );
}

/** The picture of a dog that is shown first. */
export const photoOf = (pet: Pet): string | null => pet.photo?.media_id ?? null;

function DogCard({ pet }: { pet: Pet }) {
  const { t, maybe } = useI18n();
  const facts = [pet.breed, t(`size.${pet.size}`), pet.birth_date && ageIn(t, pet.birth_date)].filter(Boolean);
  return (
    <Card as="li" className="overflow-hidden p-0">
      <Picture id={photoOf(pet)} alt={pet.name} className="aspect-[4/3] w-full" fallback="dog" />
      <div className="grid gap-2 p-5">
        <h2 className="text-heading font-bold">{pet.name}</h2>
        <p className="text-sm text-muted">{facts.join(" · ")}</p>
        {pet.temperament.length > 0 && (
          <p className="flex flex-wrap gap-1.5">
            {pet.temperament.map((trait) => (
              <Badge key={trait}>{maybe(`temper.${trait}`) ?? trait}</Badge>
            ))}
          </p>
        )}
      </div>
    </Card>
  );
}

function ageIn(t: ReturnType<typeof useI18n>["t"], birth: string): string {
  const months = Math.floor((Date.now() - new Date(birth).getTime()) / (86_400_000 * 30.44));
  return months < 12 ? t("unit.months", { count: Math.max(0, months) }) : t("unit.years", { count: Math.floor(months / 12) });
}

export function DogFormPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const navigate = useNavigate();
  const client = useQueryClient();
  const [keys] = useState({ pet: randomId(), photo: randomId() });
  const [photo, setPhoto] = useState<File | null>(null);
  const [form, setForm] = useState({ name: "", breed: "", weight: "", birth: "", sex: null as "male" | "female" | null, needs: "" });
  const [temper, setTemper] = useState<string[]>([]);
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value });

  const save = useMutation({
    mutationFn: async () => {
      const body = {
        name: form.name.trim(),
        species: "dog" as const,
        breed: form.breed.trim() || null,
        sex: form.sex,
        birth_date: form.birth || null,
        weight_kg: form.weight ? Number(form.weight.replace(",", ".")) : null,
        temperament: temper,
        special_needs: form.needs.trim() || null,
      };
      const pet = await ok(api.POST("/api/v1/pets", { body, headers: idempotent(keys.pet) }));
      if (photo) {
        const media = await uploadMedia(photo, photo.name, keys.photo);
        await ok(
          api.POST("/api/v1/pets/{pet_id}/photos", { params: { path: { pet_id: pet.id } }, body: { media_id: media.id }, headers: idempotent(`${keys.photo}-attach`) }),
        );
      }
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["pets"] });
      void navigate("/dogs");
    },
  });
  const wrong = (field: string) => fieldError(save.error, field, i18n);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Page title={t("dogs.new")} narrow back="/dogs">
      <form onSubmit={submit} className="grid gap-5">
        <label className="group relative grid aspect-[16/10] place-items-center overflow-hidden rounded-card border-2 border-dashed border-edge bg-card text-center has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-leash-deep">
          <input type="file" accept="image/jpeg,image/png,image/webp" className="cover" aria-label={t("dogs.photo")} onChange={(event) => setPhoto(event.target.files?.[0] ?? null)} />
          {photo ? (
            <LocalPicture file={photo} alt={t("dogs.photo")} className="absolute inset-0 size-full" />
          ) : (
            <span className="grid justify-items-center gap-2 p-6 text-muted">
              <span className="grid size-16 place-items-center rounded-full bg-leash-soft text-leash-deep">
                <Icon name="camera" size={30} />
              </span>
              <span className="font-semibold text-ink">{t("dogs.photo")}</span>
              <span className="text-sm">{t("dogs.photo_hint")}</span>
            </span>
          )}
        </label>
        <Field label={t("dogs.name")} name="name" required maxLength={100} value={form.name} onChange={set("name")} error={wrong("name")} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label={t("dogs.breed")} name="breed" maxLength={100} value={form.breed} onChange={set("breed")} error={wrong("breed")} />
          <Field label={t("dogs.weight")} name="weight" inputMode="decimal" pattern="[0-9]{1,3}([.,][0-9]{1,2})?" value={form.weight} onChange={set("weight")} error={wrong("weight_kg")} hint={t("dogs.weight_hint")} />
          <Field label={t("dogs.birth")} name="birth" type="date" max={new Date().toISOString().slice(0, 10)} value={form.birth} onChange={set("birth")} error={wrong("birth_date")} />
          <Choice label={t("dogs.sex")} value={form.sex} onChange={(sex) => setForm({ ...form, sex })} options={[{ value: "female", label: t("dogs.female") }, { value: "male", label: t("dogs.male") }]} />
        </div>
        <Choices label={t("dogs.temper")} values={temper} onChange={setTemper} options={TEMPERAMENTS.map((value) => ({ value: value as string, label: t(`temper.${value}`) }))} />
        <Area label={t("dogs.needs")} name="needs" maxLength={2000} value={form.needs} onChange={set("needs")} hint={t("dogs.needs_hint")} error={wrong("special_needs")} />
        <ErrorNote error={save.error} />
        <Button type="submit" size="large" busy={save.isPending}>
          <Paw size={22} />
          {t("dogs.save")}
        </Button>
      </form>
    </Page>
  );
}
