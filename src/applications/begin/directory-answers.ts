import { categoryOf, type Question, type Raw, readSiret } from "#policy/index.ts";
import { legalKindOf, type RawValue, textOf } from "#src/life/index.ts";
import type { Company } from "#src/people/index.ts";
import { sameValue } from "../draft/merge.ts";

/** What the directory may fill beside a SIRET, by the name of the field. */
const fillable = {
  legalName: (company) => company.name,
  commune: (company, siret) => company.establishments.find((one) => one.siret === siret)?.commune ?? null,
  legalKind: (company) => legalKindOf(company.legalCategory),
  category: (company) => categoryOf(company.legalCategory),
  nda: (company) => company.declarationNumber,
  createdOn: (company) => company.createdOn,
} as const satisfies Record<string, (company: Company, siret: string) => string | null>;

/** A SIRET typed, and the empty fields beside it that the directory may know. */
export interface Wanted {
  readonly siret: string;
  readonly base: string;
  readonly fields: readonly (keyof typeof fillable)[];
}

/** Few at a time: the directory allows seven requests a second, and a person waits. */
const MOST = 3;

/** The SIRETs that a page holds beside fields that the directory knows and that are still empty. */
export function wantedFromDirectory(
  current: Raw,
  posted: ReadonlyMap<string, RawValue>,
  questions: readonly { readonly question: Question; readonly path: string }[],
): readonly Wanted[] {
  const asked = new Set(questions.map((one) => one.path));
  return questions
    .flatMap(({ question, path }): Wanted[] => {
      const typed = posted.get(path);
      if (question.control.kind !== "siret" || typed === undefined || sameValue(typed, current[path] ?? null))
        return [];
      const siret = readSiret(textOf({ typed }, "typed"));
      const base = path.slice(0, path.lastIndexOf(".") + 1);
      const names = Object.keys(fillable) as (keyof typeof fillable)[];
      const fields = names.filter((name) => asked.has(base + name) && mayFill(name, current, posted, base + name));
      return "value" in siret && fields.length > 0 ? [{ siret: siret.value, base, fields }] : [];
    })
    .slice(0, MOST);
}

/** The answers that a company's entry gives to what is wanted of it. */
export function answersFrom(company: Company, wanted: Wanted): ReadonlyMap<string, RawValue> {
  const found = wanted.fields.map((name) => [wanted.base + name, fillable[name](company, wanted.siret)] as const);
  return new Map(found.flatMap(([path, value]) => (value === null || value === "" ? [] : [[path, value] as const])));
}

/** What is empty; and the commune, unless it was typed with this SIRET: the place of the establishment decides. */
function mayFill(
  name: keyof typeof fillable,
  current: Raw,
  posted: ReadonlyMap<string, RawValue>,
  path: string,
): boolean {
  if (isEmptyAfter(current, posted, path)) return true;
  return name === "commune" && sameValue(posted.get(path) ?? current[path] ?? null, current[path] ?? null);
}

function isEmptyAfter(current: Raw, posted: ReadonlyMap<string, RawValue>, path: string): boolean {
  return sameValue(posted.get(path) ?? current[path] ?? null, null);
}
