import { type Application, chainOf, findApplication, type Outcome } from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { BulkAct } from "../part.ts";
import { type Chosen, keyFor } from "./chosen.ts";

/** What an act on several files did, and the files that it left as they were. */
export interface BulkResult {
  readonly done: readonly { readonly id: string; readonly number: string }[];
  readonly left: readonly LeftOut[];
}

/** A file that an act on several left as it was, and how the act ended on it. */
export interface LeftOut {
  readonly id: string;
  /** The file as it stands; null where it is not there for this agent. */
  readonly application: Application | null;
  readonly assignee: string | null;
  readonly outcome: Exclude<Outcome, { readonly kind: "done" }>;
  /** The version at which the list showed it, where others acted on it since. */
  readonly seen: number | null;
}

/** Does an act on each of the files, one after the other: one that cannot be done holds back no other. */
export async function perform(
  world: World,
  visitor: SignedVisitor,
  act: BulkAct,
  files: readonly Chosen[],
  typed: FormFields,
  formKey: string,
): Promise<BulkResult> {
  const done: { id: string; number: string }[] = [];
  const left: LeftOut[] = [];
  for (const { id, version: seen } of files) {
    const found = await look(world, visitor, id);
    const application = found?.application ?? null;
    const outcome: Outcome =
      application === null
        ? { kind: "absent" }
        : await act.act(
            world,
            visitor,
            {
              id,
              version: seen ?? application.version,
              key: keyFor(formKey, act.key, id),
              location: urls.review.href({ id }),
            },
            typed,
          );
    if (outcome.kind === "done") done.push({ id, number: application?.number ?? "" });
    else
      left.push({
        id,
        application,
        assignee: found?.assignee ?? null,
        outcome,
        seen: seen !== application?.version ? seen : null,
      });
  }
  return { done, left };
}

async function look(world: World, visitor: SignedVisitor, id: string) {
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const application = await findApplication(tx, id);
    return application === null ? null : { application, assignee: await nameOf(tx, application.assignedTo) };
  });
}

async function nameOf(tx: Tx, person: string | null): Promise<string | null> {
  if (person === null) return null;
  const row = await tx.selectFrom("person").select("name").where("id", "=", person).executeTakeFirst();
  return row?.name ?? null;
}

/** What another person did last on a file, and when: what the list did not show yet. */
export async function lastActs(
  tx: Tx,
  files: readonly string[],
): Promise<ReadonlyMap<string, { readonly act: string; readonly at: string; readonly by: string | null }>> {
  const acts = new Map<string, { act: string; at: string; by: string | null }>();
  for (const id of files) {
    const row = await tx
      .selectFrom("journal")
      .leftJoin("person", "person.id", "journal.actor")
      .select(["journal.act", "journal.at", "person.name"])
      .where("journal.chain", "=", chainOf(id))
      .orderBy("journal.position", "desc")
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) acts.set(id, { act: row.act, at: row.at.toString(), by: row.name });
  }
  return acts;
}
