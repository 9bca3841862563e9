import type { Temporal } from "temporal-polyfill";
import type { Raw } from "#policy/index.ts";
import {
  type Application,
  chainOf,
  findApplication,
  lockApplication,
  mayDelete,
  mayEdit,
  mayRead,
  movePapers,
  type RawValue,
} from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, json, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { tellChangedParts } from "../partners/changed.ts";
import { changesBetween, type Edit, type FieldConflict, mergeDraft, type PostedDraft } from "./merge.ts";
import type { Removal } from "./removals.ts";

/** A conflict as it is told: both texts, and who wrote the kept one, null where that is not known any more. */
export interface ToldConflict {
  readonly path: string;
  readonly yours: RawValue;
  readonly theirs: RawValue;
  readonly who: string | null;
  readonly at: Temporal.Instant | null;
  /** The same person, in another page. */
  readonly isSelf: boolean;
}

export type Saved =
  | {
      readonly kind: "saved";
      readonly application: Application;
      readonly conflicts: readonly ToldConflict[];
      readonly changed: boolean;
      /** The item that was taken away, as it can be put back. */
      readonly removal: Removal | null;
    }
  | { readonly kind: "absent" | "forbidden" };

/** What else the pressed button does to the draft, once its fields are merged: adds, takes away or puts back an item. */
export interface Rearrange {
  readonly rearrange: (raw: Raw, tx: Tx, kept: Application) => Raw | Promise<Raw>;
  /** The item taken away, "" for none: its papers go with it. */
  readonly removed: string;
}

const asTyped: Rearrange = { rearrange: (raw) => raw, removed: "" };

/**
 * Keeps what a page sends, exactly as typed, merged with what others wrote since. Only paths that `writable` names
 * are looked at; the rest of the post is dropped.
 */
export function saveDraft(
  world: World,
  visitor: SignedVisitor,
  id: string,
  posted: PostedDraft,
  writable: (application: Application, path: string) => boolean,
  rearranging: Rearrange = asTyped,
): Promise<Saved> {
  return inTransaction(world.db, readerOf(visitor), async (tx): Promise<Saved> => {
    const application = await lockApplication(tx, id);
    if (application === null) {
      const seen = await findApplication(tx, id);
      return { kind: seen !== null && mayRead(visitor, seen) ? "forbidden" : "absent" };
    }
    if (!mayEdit(visitor, application)) return { kind: "forbidden" };
    const values = new Map([...posted.values].filter(([path]) => writable(application, path)));
    return writeDraft(world, tx, visitor, application, { ...posted, values }, rearranging);
  });
}

/**
 * Merges what a page sends into a draft that the transaction holds locked, whoever writes: its applicant, or a partner in
 * its own part. Partners whose confirmed part changes are told.
 */
export async function writeDraft(
  world: World,
  tx: Tx,
  visitor: SignedVisitor,
  application: Application,
  posted: PostedDraft,
  { rearrange, removed }: Rearrange = asTyped,
): Promise<Extract<Saved, { kind: "saved" }>> {
  const { id } = application;
  const edits = await editsSince(tx, id, posted.baseVersion);
  const areWhole = followOn(edits, posted.baseVersion, application.rawVersion);
  const merged = mergeDraft(application.raw, posted.asSeen?.(edits) ?? edits, posted, areWhole);
  const by = { page: posted.page, person: visitor.person.id, at: world.clock.now() };
  const typed = await keepRaw(tx, application, merged.raw, by);
  // A version of its own: what a button did can be undone without what was typed beside it.
  const raw = merged.conflicts.length > 0 ? typed.raw : await rearrange(typed.raw, tx, typed);
  const kept = await keepRaw(tx, typed, raw, by);
  const isRemoved = removed !== "" && kept !== typed;
  if (isRemoved) await movePapers(tx, id, removed, by.at);
  if (kept !== application) await tellChangedParts(world, tx, application, kept, visitor);
  const conflicts = await tell(tx, id, merged.conflicts, visitor.person.id);
  const removal = isRemoved ? { item: removed, version: kept.rawVersion } : null;
  return { kind: "saved", application: kept, conflicts, changed: kept !== application, removal };
}

/** Who writes, from which rendering of the form, when. */
export interface DraftAuthor {
  readonly page: string;
  readonly person: string;
  readonly at: Temporal.Instant;
}

/** Writes the answers of a draft, and what became of each field. Gives the draft as it is then. */
export async function keepRaw(
  tx: Tx,
  application: Application,
  raw: Raw,
  { page, person, at }: DraftAuthor,
): Promise<Application> {
  const changes = changesBetween(application.raw, raw);
  if (changes.length === 0) return application;
  const version = application.rawVersion + 1;
  await tx
    .updateTable("application")
    .set({ raw: json(raw), raw_version: version, raw_saved_at: at, raw_saved_by: person, updated_at: at })
    .where("id", "=", application.id)
    .execute();
  await tx
    .insertInto("draft_edit")
    .values(
      changes.map((change) => ({
        application_id: application.id,
        raw_version: version,
        path: change.path,
        page,
        person_id: person,
        at,
        before: json(change.before),
        after: json(change.after),
      })),
    )
    .execute();
  return { ...application, raw, rawVersion: version, rawSavedAt: at, rawSavedBy: person, updatedAt: at };
}

async function editsSince(tx: Tx, id: string, version: number): Promise<readonly Edit[]> {
  const rows = await tx
    .selectFrom("draft_edit")
    .select(["raw_version", "path", "page", "before", "after"])
    .where("application_id", "=", id)
    .where("raw_version", ">", version)
    .orderBy("raw_version")
    .execute();
  return rows.map((row) => ({
    version: row.raw_version,
    path: row.path,
    page: row.page,
    before: row.before as RawValue | null,
    after: row.after as RawValue | null,
  }));
}

/** Whether these edits tell all that happened since a version: those of before a filing are gone. */
function followOn(edits: readonly Edit[], base: number, version: number): boolean {
  return base <= version && new Set(edits.map((edit) => edit.version)).size === version - base;
}

/** Forgets what became of each field, once it is filed: until then, however old a page, what it showed is known. */
export async function forgetEdits(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("draft_edit").where("application_id", "=", id).execute();
}

async function tell(
  tx: Tx,
  id: string,
  conflicts: readonly FieldConflict[],
  self: string,
): Promise<readonly ToldConflict[]> {
  if (conflicts.length === 0) return [];
  const paths = conflicts.map((one) => one.path);
  const last = await tx
    .selectFrom("draft_edit")
    .leftJoin("person", "person.id", "draft_edit.person_id")
    .distinctOn("draft_edit.path")
    .select(["draft_edit.path", "draft_edit.at", "draft_edit.person_id", "person.name"])
    .where("draft_edit.application_id", "=", id)
    .where("draft_edit.path", "in", paths)
    .orderBy("draft_edit.path")
    .orderBy("draft_edit.raw_version", "desc")
    .execute();
  return conflicts.map((one) => {
    const edit = last.find(({ path }) => path === one.path);
    return { ...one, who: edit?.name ?? null, at: edit?.at ?? null, isSelf: edit?.person_id === self };
  });
}

/** Deletes a draft and its papers' rows; the bytes go with the job that the caller enqueues. */
export async function deleteDraft(
  tx: Tx,
  visitor: SignedVisitor,
  id: string,
  at: Temporal.Instant,
): Promise<"deleted" | "absent" | "forbidden"> {
  const application = await lockApplication(tx, id);
  if (application === null) {
    const seen = await findApplication(tx, id);
    return seen !== null && mayRead(visitor, seen) ? "forbidden" : "absent";
  }
  if (!mayDelete(visitor, application)) return "forbidden";
  await record(tx, {
    chain: chainOf(id),
    at,
    actor: visitor.person.id,
    organisation: application.organisationId,
    act: "draft-deleted",
    details: {},
    framework: application.framework,
    visibleToApplicant: true,
  });
  await tx.deleteFrom("application").where("id", "=", id).execute();
  return "deleted";
}
