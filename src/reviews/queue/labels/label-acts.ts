import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { ActRequest, Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { cleanText, lengthOf, trimText } from "#text/index.ts";
import { reviewAddition } from "../../reviewing.ts";

type Addition = Omit<ActRequest, "version">;

export const LONGEST_LABEL = 40;

/** A label as typed, on one line; null where it is none. */
export function readLabel(text: string): string | null {
  const name = trimText(cleanText(text)).replace(/\s+/g, " ");
  return name === "" || lengthOf(name) > LONGEST_LABEL ? null : name;
}

/** What is told of a text that is no label; null where it is one. */
export function labelRefusal(text: string): string | null {
  if (readLabel(text) !== null) return null;
  return trimText(text) === ""
    ? "Écrivez une étiquette, ou choisissez-en une."
    : `Raccourcissez cette étiquette\u00a0: ${LONGEST_LABEL} caractères au plus.`;
}

/** Puts a label on a file, and makes it where it is new. A label that is there already stays. */
export function putLabel(world: World, visitor: SignedVisitor, request: Addition, typed: string): Promise<Outcome> {
  return reviewAddition(world, visitor, "label", "label-put", request, async (tx, application, at) => {
    const name = readLabel(typed);
    if (name === null) return refusal(typed);
    const label = await labelCalled(tx, name, visitor.person.id, at);
    await tx
      .insertInto("application_label")
      .values({ application_id: application.id, label_id: label, put_by: visitor.person.id, put_at: at })
      .onConflict((clash) => clash.doNothing())
      .execute();
    return { details: { label: name } };
  });
}

/** Takes a label off a file; the label goes with the last file that had it. */
export function takeLabel(world: World, visitor: SignedVisitor, request: Addition, typed: string): Promise<Outcome> {
  return reviewAddition(world, visitor, "label", "label-taken", request, async (tx, application) => {
    const name = readLabel(typed);
    if (name === null) return refusal(typed);
    const { rows } = await sql<{ id: string }>`
      DELETE FROM application_label l USING label b
      WHERE b.id = l.label_id AND lower(b.name) = lower(${name}) AND l.application_id = ${application.id}
      RETURNING b.id`.execute(tx);
    const [taken] = rows;
    if (taken === undefined)
      return { refusals: [{ path: "etiquette", message: "Ce dossier n’a pas cette étiquette." }] };
    await sql`DELETE FROM label b WHERE b.id = ${taken.id}
      AND NOT EXISTS (SELECT 1 FROM application_label l WHERE l.label_id = b.id)`.execute(tx);
    return { details: { label: name } };
  });
}

function refusal(typed: string) {
  return { refusals: [{ path: "etiquette", message: labelRefusal(typed) ?? "" }] };
}

/** The label of this name, whatever its capitals, made where there is none. */
async function labelCalled(tx: Tx, name: string, by: string, at: Temporal.Instant): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    WITH made AS (
      INSERT INTO label (name, made_by, made_at) VALUES (${name}, ${by}, ${at.toString()}::timestamptz)
      ON CONFLICT ((lower(name))) DO NOTHING RETURNING id
    )
    SELECT id FROM made UNION ALL SELECT id FROM label WHERE lower(name) = lower(${name}) LIMIT 1`.execute(tx);
  const [label] = rows;
  // Made and committed by somebody else within this very statement: it is seen by the next one.
  return label?.id ?? labelCalled(tx, name, by, at);
}
