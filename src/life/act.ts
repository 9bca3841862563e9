import type { Temporal } from "temporal-polyfill";
import { memberRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { enqueue } from "#src/platform/jobs.ts";
import { recordPlaced } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { claimKey, keepLocation } from "./act-key.ts";
import { type Application, chainOf } from "./application.ts";
import { courseOf } from "./course.ts";
import { endedClock, type RefusalClock, resumeClock, startClock, suspendClock } from "./deadline.ts";
import { isOnRoad, lifecycle, next, type Step } from "./lifecycle.ts";
import { mayRead, mayTake } from "./may.ts";
import { stoodInFor } from "./news/leave.ts";
import { tellOfAct } from "./news/of-acts.ts";
import { postNotice } from "./notices.ts";
import { findApplication, lockApplication, type StepColumns, saveStep } from "./store.ts";

/** One reason why an act cannot be done now; `path` leads to the field or paper it is about. */
export interface Refusal {
  readonly message: string;
  readonly path?: string;
}

/** How an act ends. Only "done" has changed anything. */
export type Outcome =
  | { readonly kind: "done"; readonly location: string; readonly repeated: boolean }
  /** Not there, or not yours: the same answer. */
  | { readonly kind: "absent" }
  | { readonly kind: "forbidden" }
  /** Someone acted since the page was read, or the state no longer allows it. */
  | { readonly kind: "stale"; readonly application: Application; readonly lastActor: string | null }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] };

/**
 * What the form of an act carries: a key that makes it happen once, the version its author saw. Null for an act that
 * others' acts do not make stale, nor it theirs (a message).
 */
export interface ActRequest {
  readonly id: string;
  readonly key: string;
  readonly version: number | null;
  /** Where the answer leads; `work` may say better. */
  readonly location: string;
}

/** One fact of the journal: what was done, in the past tense, and what changed, as plain values. */
export interface Fact {
  readonly act: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What an act writes once allowed. */
export interface Written {
  readonly columns?: StepColumns;
  /** What changed, for the journal: plain values. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Where one sending does several things: told before the fact of a step, in place of that of another act. */
  readonly facts?: readonly Fact[];
  readonly location?: string;
  /** First words of what was written, for who is told of it. */
  readonly excerpt?: string;
  /** Overrules who reads it in the history: by default what the applicant did or is told. */
  readonly visibleToApplicant?: boolean;
}

export interface StepWritten extends Written {
  /** For a step that stops the clock: the day by which the applicant must answer. */
  readonly suspendUntil?: Temporal.PlainDate;
  /** What the letter's job is given beside the file; "none" where the act issues its letter itself. */
  readonly letter?: Readonly<Record<string, unknown>> | "none";
  /** The letter is made from this instant on; at once where it is not said. */
  readonly letterFrom?: Temporal.Instant;
  /** Lines added to the mail that tells of the step. */
  readonly notice?: readonly string[];
}

export type Work<W extends Written> = (
  tx: Tx,
  application: Application,
  at: Temporal.Instant,
) => Promise<W | { readonly refusals: readonly Refusal[] }>;

/** Carries an outcome out of a transaction that must keep nothing. */
class Undo extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/**
 * Takes one step in the life of a file, in one transaction in the visitor's name: lock, right, version, state, `work`,
 * clock of the implicit refusal, journal, and the letter's job or the mail that the lifecycle says.
 */
export function takeStep(
  world: World,
  visitor: SignedVisitor,
  step: Step,
  request: ActRequest,
  work: Work<StepWritten>,
): Promise<Outcome> {
  const rule = lifecycle[step];
  return once(world, visitor, step, request, async (tx, application, at) => {
    if (!mayTake(visitor, application, step)) throw new Undo({ kind: "forbidden" });
    if (application.version !== request.version || next(application.state, step) === null) {
      throw new Undo(await stale(tx, application));
    }
    if (!isOnRoad(step, courseOf(application).road)) {
      throw new Undo({ kind: "refused", refusals: [{ message: otherRoad }] });
    }
    if (rule.notBy !== undefined && (await lastActorOf(tx, application.id, rule.notBy)) === visitor.person.id) {
      throw new Undo({ kind: "refused", refusals: [{ message: twoPairsOfEyes }] });
    }
    const written = kept(await work(tx, application, at));
    const clock = clockAfter(application, step, at, written);
    if ((await saveStep(tx, application, step, at.toString(), { ...clock, ...written.columns })) === "conflict") {
      throw new Undo(await stale(tx, application));
    }
    for (const { act, details } of written.facts ?? []) {
      const noted = { fact: act, side: rule.by.side, visible: false, written: { details } };
      await journal(world, tx, application, visitor, at, noted);
    }
    const visible = written.visibleToApplicant ?? (rule.by.side === "applicant" || rule.notice !== undefined);
    const { assignedTo = application.assignedTo, number = application.number } = written.columns ?? {};
    await journal(world, tx, { ...application, assignedTo, number }, visitor, at, {
      fact: rule.fact,
      side: rule.by.side,
      visible,
      written,
      step,
    });
    if (rule.letter !== undefined && written.letter !== "none") {
      const version = application.version + 1;
      const payload = {
        application: application.id,
        version,
        actor: visitor.person.id,
        at: at.toString(),
        ...written.letter,
      };
      const key = `${rule.letter}:${application.id}:${version}`;
      await enqueue(tx, `issue-${rule.letter}`, payload, key, written.letterFrom);
    } else if (rule.notice !== undefined) {
      await postNotice(world, tx, rule.notice, application, at, written.notice ?? []);
    }
    return written.location ?? request.location;
  });
}

/** An act that moves no state: `fact` goes to the journal; the version grows where the act looks at it. */
export function doAct(
  world: World,
  visitor: SignedVisitor,
  fact: string,
  request: ActRequest,
  may: (application: Application) => boolean,
  work: Work<Written>,
): Promise<Outcome> {
  return once(world, visitor, fact, request, async (tx, application, at) => {
    if (!may(application)) throw new Undo({ kind: "forbidden" });
    if (request.version !== null && application.version !== request.version) {
      throw new Undo(await stale(tx, application));
    }
    const written = kept(await work(tx, application, at));
    if (request.version === null) {
      await tx.updateTable("application").set({ updated_at: at }).where("id", "=", application.id).execute();
    } else if ((await saveStep(tx, application, null, at.toString(), written.columns)) === "conflict") {
      throw new Undo(await stale(tx, application));
    }
    const visible = written.visibleToApplicant ?? true;
    const side = memberRole(visitor, application.organisationId) === null ? "funder" : "applicant";
    const facts = written.facts ?? [{ act: fact, details: written.details ?? {} }];
    for (const told of facts) {
      const noted = { fact: told.act, side, visible, written: { ...written, details: told.details } } as const;
      await journal(world, tx, application, visitor, at, noted);
    }
    return written.location ?? request.location;
  });
}

/** The same key twice gives the same answer once; a key of another act or person opens nothing. */
async function once(
  world: World,
  visitor: SignedVisitor,
  act: string,
  request: ActRequest,
  perform: (tx: Tx, application: Application, at: Temporal.Instant) => Promise<string>,
): Promise<Outcome> {
  try {
    return await inTransaction(world.db, readerOf(visitor), async (tx): Promise<Outcome> => {
      const at = world.clock.now();
      const claim = { key: request.key, person: visitor.person.id, act: `${act}:${request.id}` };
      const claimed = await claimKey(tx, claim, at);
      if (claimed.kind === "foreign") throw new Undo({ kind: "absent" });
      if (claimed.kind === "done") return { kind: "done", location: claimed.location, repeated: true };
      const application = await lockApplication(tx, request.id);
      if (application === null) {
        // A row that may be read but not changed cannot be locked: it is there, and not to be acted on.
        const seen = await findApplication(tx, request.id);
        throw new Undo({ kind: seen !== null && mayRead(visitor, seen) ? "forbidden" : "absent" });
      }
      const location = await perform(tx, application, at);
      await keepLocation(tx, request.key, location);
      return { kind: "done", location, repeated: false };
    });
  } catch (error) {
    if (error instanceof Undo) return error.outcome;
    throw error;
  }
}

const otherRoad = "Cette étape n’existe pas dans le parcours de ce dossier.";
const twoPairsOfEyes = "Vous avez vous-même proposé cet avis : une autre personne doit le valider.";

function kept<W extends Written>(result: W | { readonly refusals: readonly Refusal[] }): W {
  if ("refusals" in result) throw new Undo({ kind: "refused", refusals: result.refusals });
  return result;
}

async function stale(tx: Tx, application: Application): Promise<Outcome> {
  const last = await tx
    .selectFrom("journal")
    .leftJoin("person", "person.id", "journal.actor")
    .select("person.name")
    .where("journal.chain", "=", chainOf(application.id))
    .orderBy("journal.position", "desc")
    .limit(1)
    .executeTakeFirst();
  return { kind: "stale", application, lastActor: last?.name ?? null };
}

/** Who took a step last, by the journal. */
async function lastActorOf(tx: Tx, id: string, step: Step): Promise<string | null> {
  const row = await tx
    .selectFrom("journal")
    .select("actor")
    .where("chain", "=", chainOf(id))
    .where("act", "=", lifecycle[step].fact)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.actor ?? null;
}

interface Noted {
  readonly fact: string;
  readonly side: "applicant" | "funder";
  readonly visible: boolean;
  readonly written: Written;
  readonly step?: Step;
}

/** Writes the act in the file's chain, in whose place it was done, and tells who is to hear of it. */
async function journal(
  world: World,
  tx: Tx,
  application: Application,
  visitor: SignedVisitor,
  at: Temporal.Instant,
  { fact, side, visible, written, step }: Noted,
): Promise<void> {
  const absent = side === "funder" ? await stoodInFor(tx, application, visitor.person.id, at, step) : null;
  const details = { ...written.details, ...(absent === null ? null : { inPlaceOf: absent }) };
  const actor = visitor.person.id;
  const position = await recordPlaced(tx, {
    chain: chainOf(application.id),
    at,
    actor,
    organisation: application.organisationId,
    act: fact,
    details,
    framework: application.framework,
    visibleToApplicant: visible,
  });
  await tellOfAct(world, tx, {
    application,
    fact,
    side,
    actor,
    at,
    details,
    position,
    ...(written.excerpt === undefined ? null : { excerpt: written.excerpt }),
  });
}

function clockAfter(
  application: Application,
  step: Step,
  at: Temporal.Instant,
  written: StepWritten,
): RefusalClock | Record<never, never> {
  const { clock } = lifecycle[step];
  if (clock === undefined) return {};
  const today = legalDay(at);
  switch (clock) {
    case "start":
      return startClock(at);
    case "suspend":
      return suspendClock(application, today, written.suspendUntil ?? today);
    case "resume":
      return resumeClock(application, today);
    case "end":
      return endedClock;
  }
}
