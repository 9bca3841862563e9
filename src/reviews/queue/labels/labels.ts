import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import type { FacetOption } from "../filters/facet.ts";

/** A free word that agents put on files to sort them. */
export interface ApplicationLabel {
  readonly id: string;
  readonly name: string;
}

/** Every label, by name, as the panel of filters offers them. */
export async function labelOptions(tx: Tx): Promise<readonly FacetOption[]> {
  return (await allLabels(tx)).map(({ id, name }) => ({ value: id, label: name }));
}

/** Every label, by name. */
export async function allLabels(tx: Tx): Promise<readonly ApplicationLabel[]> {
  return tx.selectFrom("label").select(["id", "name"]).orderBy(sql`lower(name)`).limit(500).execute();
}

/** The labels of each of these files, by name; a file without any is not there. */
export async function labelsOf(
  tx: Tx,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly ApplicationLabel[]>> {
  const of = new Map<string, ApplicationLabel[]>();
  if (files.length === 0) return of;
  const { rows } = await sql<ApplicationLabel & { readonly file: string }>`
    SELECT l.application_id AS file, b.id, b.name FROM application_label l JOIN label b ON b.id = l.label_id
    WHERE l.application_id = ANY (${[...files]}::uuid[]) ORDER BY lower(b.name)`.execute(tx);
  for (const { file, ...label } of rows) of.set(file, [...(of.get(file) ?? []), label]);
  return of;
}
