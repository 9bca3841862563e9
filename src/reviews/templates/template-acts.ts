import type { Temporal } from "temporal-polyfill";
import type { SignedVisitor } from "#src/people/index.ts";
import { readerOf } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { lengthOf } from "#text/index.ts";
import type { Refusal } from "../checks/finding.ts";
import { unknownFields } from "./fill.ts";

export interface TemplateInput {
  readonly title: string;
  readonly body: string;
}

/** Every reason why a template cannot be kept. */
export function templateRefusals({ title, body }: TemplateInput): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (title === "") refusals.push({ field: "titre", message: "Donnez un titre à ce modèle." });
  if (lengthOf(title) > 120)
    refusals.push({ field: "titre", message: "Raccourcissez ce titre\u00a0: 120 caractères au plus." });
  if (body === "") refusals.push({ field: "texte", message: "Écrivez le texte du modèle." });
  if (body.length > 10_000) refusals.push({ field: "texte", message: "Le texte dépasse 10\u202f000 caractères." });
  const unknown = unknownFields(body);
  if (unknown.length > 0)
    refusals.push({ field: "texte", message: `Ce champ n’existe pas\u00a0: {${unknown.join("}, {")}}.` });
  return refusals;
}

export type TemplateOutcome = "done" | "absent" | { readonly refusals: readonly Refusal[] };

/** Keeps a template, new where `id` is null; its title is its own. What it was and is goes to the journal. */
export function keepTemplate(
  world: World,
  visitor: SignedVisitor,
  id: string | null,
  input: TemplateInput,
): Promise<TemplateOutcome> {
  const refusals = templateRefusals(input);
  if (refusals.length > 0) return Promise.resolve({ refusals });
  const at = world.clock.now();
  return inTransaction(world.db, readerOf(visitor), async (tx): Promise<TemplateOutcome> => {
    const twin = await tx
      .selectFrom("message_template")
      .select("id")
      .where("title", "=", input.title)
      .executeTakeFirst();
    if (twin !== undefined && twin.id !== id) {
      return { refusals: [{ field: "titre", message: "Un autre modèle porte déjà ce titre." }] };
    }
    const values = { ...input, changed_by: visitor.person.id, changed_at: at };
    if (id === null) {
      const made = await tx.insertInto("message_template").values(values).returning("id").executeTakeFirstOrThrow();
      await tell(tx, visitor, made.id, at, { before: null, after: input });
      return "done";
    }
    const before = await tx
      .selectFrom("message_template")
      .select(["title", "body"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) return "absent";
    await tx.updateTable("message_template").set(values).where("id", "=", id).execute();
    await tell(tx, visitor, id, at, { before, after: input });
    return "done";
  });
}

/** Takes a template away. */
export function dropTemplate(world: World, visitor: SignedVisitor, id: string): Promise<TemplateOutcome> {
  return inTransaction(world.db, readerOf(visitor), async (tx): Promise<TemplateOutcome> => {
    const before = await tx
      .deleteFrom("message_template")
      .where("id", "=", id)
      .returning(["title", "body"])
      .executeTakeFirst();
    if (before === undefined) return "absent";
    await tell(tx, visitor, id, world.clock.now(), { before, after: null });
    return "done";
  });
}

function tell(
  tx: Tx,
  visitor: SignedVisitor,
  id: string,
  at: Temporal.Instant,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return record(tx, {
    chain: `message-template:${id}`,
    at,
    actor: visitor.person.id,
    organisation: null,
    act: "message-template-changed",
    details,
    visibleToApplicant: false,
  });
}

export interface Template extends TemplateInput {
  readonly id: string;
}

export function listTemplates(tx: Tx): Promise<readonly Template[]> {
  return tx.selectFrom("message_template").select(["id", "title", "body"]).orderBy("title").execute();
}
