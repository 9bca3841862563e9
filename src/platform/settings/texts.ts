/** Words of a letter or a mail that people may set: one paragraph a line, fields between braces. */
export interface DeclaredText {
  /** `text.award-letter.conditions` */
  readonly key: string;
  readonly title: string;
  /** Where they stand. */
  readonly where: string;
  /** What stands until somebody confirms other words. */
  readonly initial: readonly string[];
  /** One line alone: the subject of a mail. */
  readonly single?: true;
}

/** What may stand between braces in any of them. */
export const TEXT_FIELDS = {
  dossier: "le numéro du dossier",
  projet: "le titre du projet",
  organisme: "l’organisme",
  financeur: "le nom du financeur",
  lefinanceur: "le financeur, avec son article",
  quivote: "qui vote, avec son article",
  service: "le service",
  versement: "ce que le dispositif demande avant de payer",
} as const;
export type TextField = keyof typeof TEXT_FIELDS;

/** Confirmed words by their keys, as they hold today. */
export type SetTexts = Readonly<Record<string, string>>;

/** The paragraphs of a text, its fields filled in; one that is not known stays as it was written. */
export function paragraphsOf(
  texts: SetTexts,
  { key, initial }: Pick<DeclaredText, "key" | "initial">,
  fields: Readonly<Partial<Record<TextField, string>>>,
): readonly string[] {
  const words = texts[key]?.split("\n") ?? initial;
  return words.filter((line) => line.trim() !== "").map((line) => filled(line, fields));
}

function filled(line: string, fields: Readonly<Partial<Record<TextField, string>>>): string {
  return line.replace(/\{(\w+)\}/g, (whole, name: string) => fields[name as TextField] ?? whole);
}

/** Names between braces that mean nothing. */
export function unknownFields(words: string): readonly string[] {
  return [...words.matchAll(/\{([^{}\n]*)\}/g)].map(([, name = ""]) => name).filter((name) => !(name in TEXT_FIELDS));
}
