import type { Temporal } from "temporal-polyfill";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { recordAll } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { type Application, chainOf } from "./application.ts";
import { courseOf } from "./course.ts";
import { endedClock, type RefusalClock, resumeClock, startClock, suspendClock } from "./deadline.ts";
import { isOnRoad, lifecycle, next, type Step } from "./lifecycle.ts";
import { mayTake } from "./may.ts";
import { standingIn } from "./news/leave.ts";
import { tellOfActs } from "./news/of-acts.ts";
import type { Outcome, StepWritten, Written } from "./outcome.ts";

/** What the steps of one file and of many are made of: what bars them, what their clock does, what is written of them. */

const otherRoad = "Cette étape n’existe pas dans le parcours de ce dossier.";
const twoPairsOfEyes = "Vous avez vous-même proposé cet avis : une autre personne doit le valider.";

/** What bars a visitor from a step of a file that they saw in a version: right, version, state, road, who did what before. */
export async function barredFrom(
  tx: Tx,
  visitor: SignedVisitor,
  step: Step,
  application: Application,
  version: number | null,
): Promise<Exclude<Outcome, { kind: "done" }> | null> {
  if (!mayTake(visitor, application, step)) return { kind: "forbidden" };
  if (application.version !== version || next(application.state, step) === null) return stale(tx, application);
  if (!isOnRoad(step, courseOf(application).road)) return { kind: "refused", refusals: [{ message: otherRoad }] };
  const { notBy } = lifecycle[step];
  if (notBy !== undefined && (await lastActorOf(tx, application.id, notBy)) === visitor.person.id) {
    return { kind: "refused", refusals: [{ message: twoPairsOfEyes }] };
  }
  return null;
}

export async function stale(tx: Tx, application: Application): Promise<Exclude<Outcome, { kind: "done" }>> {
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

/** A file with what an act writes of it. */
export interface Moved<W extends Written = StepWritten> {
  readonly application: Application;
  readonly written: W;
}

/** Writes a step of files in their chains, and tells who is to hear of it. */
export async function writeSteps(
  world: World,
  tx: Tx,
  visitor: SignedVisitor,
  step: Step,
  at: Temporal.Instant,
  moved: readonly Moved[],
): Promise<void> {
  const { by, fact, notice } = lifecycle[step];
  const noted = moved.flatMap(({ application, written }): Noted[] => {
    const visible = written.visibleToApplicant ?? (by.side === "applicant" || notice !== undefined);
    const { assignedTo = application.assignedTo, number = application.number } = written.columns ?? {};
    const { excerpt, details = {} } = written;
    const before = (written.facts ?? []).map((told) => ({
      application,
      fact: told.act,
      visible: false,
      details: told.details,
    }));
    return [...before, { application: { ...application, assignedTo, number }, fact, visible, details, excerpt, step }];
  });
  await writeFacts(world, tx, visitor, by.side, at, noted);
}

/** A fact of the journal about a file. */
export interface Noted {
  readonly application: Application;
  readonly fact: string;
  readonly visible: boolean;
  readonly details: Readonly<Record<string, unknown>>;
  readonly excerpt?: string | undefined;
  readonly step?: Step;
}

/** Writes facts in the chains of files, in whose place each was done, and tells who is to hear of them. */
export async function writeFacts(
  world: World,
  tx: Tx,
  visitor: SignedVisitor,
  side: "applicant" | "funder",
  at: Temporal.Instant,
  noted: readonly Noted[],
): Promise<void> {
  const actor = visitor.person.id;
  const [step] = noted.flatMap((one) => one.step ?? []);
  const inPlaceOf = side === "funder" ? await standingIn(tx, actor, at, step) : () => null;
  const facts = noted.map(({ details, ...fact }) => {
    const absent = inPlaceOf(fact.application);
    return { ...fact, details: { ...details, ...(absent === null ? null : { inPlaceOf: absent }) } };
  });
  const places = await recordAll(
    tx,
    facts.map(({ application, fact, visible, details }) => ({
      chain: chainOf(application.id),
      at,
      actor,
      organisation: application.organisationId,
      act: fact,
      details,
      framework: application.framework,
      visibleToApplicant: visible,
    })),
  );
  const told = facts.map(({ application, fact, details, excerpt }, index) => {
    const words = excerpt === undefined ? null : { excerpt };
    return { application, fact, side, actor, at, details, position: places[index] ?? 0, ...words };
  });
  await tellOfActs(world, tx, told);
}

/** How a step moves the clock of the implicit refusal. */
export function clockAfter(
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
