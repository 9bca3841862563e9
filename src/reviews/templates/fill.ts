import { formatDay } from "#src/ui/index.ts";
import type { ReviewedApplication } from "../file/file-store.ts";

/** What a template may name, in braces, and what stands for it. */
export const FIELDS = {
  numero: "le numéro du dossier",
  titre: "le titre du projet",
  organisme: "le nom de l’organisme",
  dispositif: "le nom du dispositif",
  depot: "le jour du dépôt",
  echeance: "le jour où les compléments sont attendus",
  agent: "votre nom",
} as const;
export type FieldName = keyof typeof FIELDS;

/** The fields of a template that this service does not know, in the order that they stand. */
export function unknownFields(body: string): readonly string[] {
  return [...body.matchAll(/\{([^{}\n]{1,40})\}/g)].map(([, name = ""]) => name).filter((name) => !(name in FIELDS));
}

/** The words of a template for a file; a field of which the file has nothing stays in braces, to be seen before sending. */
export function fill(
  body: string,
  file: Pick<ReviewedApplication, "application">,
  said: { readonly scheme: string; readonly agent: string },
): string {
  const { application } = file;
  const values: Readonly<Record<FieldName, string>> = {
    numero: application.number ?? "",
    titre: application.title,
    organisme: application.organisationName,
    dispositif: said.scheme,
    depot: application.submittedAt === null ? "" : formatDay(application.submittedAt.toString().slice(0, 10)),
    echeance: application.suspendedUntil === null ? "" : formatDay(application.suspendedUntil),
    agent: said.agent,
  };
  return body.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    name in values && values[name as FieldName] !== "" ? values[name as FieldName] : whole,
  );
}
