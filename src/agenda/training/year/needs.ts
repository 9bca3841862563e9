import type { Temporal } from "temporal-polyfill";
import { jobFamilies } from "#policy/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { type FormFields, text, texts, textWithin } from "#src/platform/http/forms.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";

/** What a network says its structures need to learn. */
export interface Need {
  readonly id: string;
  readonly year: number;
  readonly network: string;
  readonly title: string;
  readonly said: string;
  readonly audience: readonly string[];
  readonly persons: number | null;
  /** How many courses answer it. */
  readonly answered: number;
}

export interface NewNeed {
  readonly title: string;
  readonly said: string;
  readonly audience: readonly string[];
  readonly persons: number | null;
}

export function readNeed(typed: FormFields): { readonly need: NewNeed } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const title = text(typed, "titre");
  if (title === "" || title.length > 200) errors.titre = "Dites le besoin, en 200 caractères au plus.";
  const many = text(typed, "personnes");
  const persons = many === "" ? null : Number(many);
  if (persons !== null && (!Number.isInteger(persons) || persons < 1 || persons > 100_000)) {
    errors.personnes = "Donnez un nombre de personnes.";
  }
  const need = {
    title,
    said: textWithin(typed, "detail", 3000, errors),
    audience: texts(typed, "metiers").filter((one) => Object.hasOwn(jobFamilies, one)),
    persons,
  };
  return Object.keys(errors).length > 0 ? { errors } : { need };
}

export async function addNeed(
  tx: Tx,
  at: Temporal.Instant,
  year: number,
  organisationId: string,
  by: string,
  need: NewNeed,
): Promise<void> {
  await tx
    .insertInto("training_need")
    .values({
      year,
      organisation_id: organisationId,
      title: need.title,
      said: need.said,
      audience: [...need.audience],
      persons: need.persons,
      told_by: by,
      told_at: at.toString(),
    })
    .execute();
}

/** Needs of a year that the reader may see. */
export async function listNeeds(tx: Tx, year: number): Promise<readonly Need[]> {
  const rows = await tx
    .selectFrom("training_need as n")
    .innerJoin("organisation as o", "o.id", "n.organisation_id")
    .select((eb) => [
      "n.id",
      "n.year",
      "o.name as network",
      "n.title",
      "n.said",
      "n.audience",
      "n.persons",
      eb
        .selectFrom("course_need as c")
        .select((count) => count.fn.countAll<number>().as("many"))
        .whereRef("c.need_id", "=", "n.id")
        .as("answered"),
    ])
    .where("n.year", "=", year)
    .orderBy("n.title")
    .orderBy("n.id")
    .execute();
  return rows.map((row) => ({ ...row, answered: Number(row.answered ?? 0) }));
}
