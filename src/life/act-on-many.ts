import type { Temporal } from "temporal-polyfill";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { enqueue } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { doneUnder, takeKeys } from "./act-key.ts";
import type { Application } from "./application.ts";
import { lifecycle, type Step } from "./lifecycle.ts";
import { mayRead } from "./may.ts";
import { postNotices } from "./notices.ts";
import type { ActRequest, Outcome, Refusal, StepWritten } from "./outcome.ts";
import { barredFrom, clockAfter, type Moved, stale, writeSteps } from "./step-parts.ts";
import { findApplications, lockApplications, saveStep } from "./store.ts";

/** What an act on several files writes of each, or why it does not move it. A file that is not there is not moved. */
export type WorkOnMany = (
  tx: Tx,
  applications: readonly Application[],
  at: Temporal.Instant,
) => Promise<ReadonlyMap<string, StepWritten | { readonly refusals: readonly Refusal[] }>>;

interface Taken extends Moved {
  readonly request: ActRequest;
}

/**
 * Takes one step of several files in one transaction, each under its own key, seen in its own version: what one file is
 * refused does not hold the others back, and the same request again gives the same answers. An error undoes all.
 */
export function takeSteps(
  world: World,
  visitor: SignedVisitor,
  step: Step,
  requests: readonly ActRequest[],
  work: WorkOnMany,
): Promise<ReadonlyMap<string, Outcome>> {
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const at = world.clock.now();
    const outcomes = new Map<string, Outcome>();
    const standing = await stillToMove(tx, visitor, step, requests, outcomes);
    const results = standing.length === 0 ? new Map() : await work(tx, standing, at);
    const taken: Taken[] = [];
    for (const application of standing) {
      const request = requests.find(({ id }) => id === application.id);
      const written = results.get(application.id);
      if (request === undefined || written === undefined) throw new Error(`${application.id} was not answered`);
      if ("refusals" in written) outcomes.set(application.id, { kind: "refused", refusals: written.refusals });
      else if (await save(tx, step, at, { application, written })) taken.push({ application, written, request });
      else outcomes.set(application.id, await stale(tx, application));
    }
    await writeSteps(world, tx, visitor, step, at, taken);
    await tellSteps(world, tx, visitor, step, at, taken);
    await takeKeys(
      tx,
      taken.map(({ request, written }) => ({
        ...claimOf(visitor, step, request),
        location: locationOf(request, written),
      })),
      at,
    );
    for (const { request, written } of taken) {
      outcomes.set(request.id, { kind: "done", location: locationOf(request, written), repeated: false });
    }
    return outcomes;
  });
}

function claimOf(visitor: SignedVisitor, step: Step, { key, id }: ActRequest) {
  return { key, person: visitor.person.id, act: `${step}:${id}` };
}

function locationOf(request: ActRequest, written: StepWritten): string {
  return written.location ?? request.location;
}

/** The files that nothing bars, locked; the others have their outcome. */
async function stillToMove(
  tx: Tx,
  visitor: SignedVisitor,
  step: Step,
  requests: readonly ActRequest[],
  outcomes: Map<string, Outcome>,
): Promise<readonly Application[]> {
  const ids = requests.map(({ id }) => id);
  const locked = await lockApplications(tx, ids);
  // Read once the files are ours: the same form sent twice has then said where it led.
  const known = await doneUnder(
    tx,
    requests.map((request) => claimOf(visitor, step, request)),
  );
  const unlocked = ids.filter((id) => !locked.some((one) => one.id === id));
  const seen = unlocked.length === 0 ? [] : await findApplications(tx, unlocked);
  const standing: Application[] = [];
  for (const { id, key, version } of requests) {
    const claimed = known.get(key);
    const application = locked.find((one) => one.id === id);
    if (claimed?.kind === "done") outcomes.set(id, { kind: "done", location: claimed.location, repeated: true });
    else if (claimed?.kind === "foreign") outcomes.set(id, { kind: "absent" });
    else if (application === undefined) {
      // A row that may be read but not changed cannot be locked: it is there, and not to be acted on.
      const isThere = seen.some((one) => one.id === id && mayRead(visitor, one));
      outcomes.set(id, { kind: isThere ? "forbidden" : "absent" });
    } else {
      const barred = await barredFrom(tx, visitor, step, application, version);
      if (barred === null) standing.push(application);
      else outcomes.set(id, barred);
    }
  }
  return standing;
}

async function save(tx: Tx, step: Step, at: Temporal.Instant, { application, written }: Moved): Promise<boolean> {
  const columns = { ...clockAfter(application, step, at, written), ...written.columns };
  return (await saveStep(tx, application, step, at.toString(), columns)) === "saved";
}

/** One job makes the letters of all of them; where the step has none, the mails leave. */
async function tellSteps(
  world: World,
  tx: Tx,
  visitor: SignedVisitor,
  step: Step,
  at: Temporal.Instant,
  taken: readonly Taken[],
): Promise<void> {
  const { letter, notice } = lifecycle[step];
  if (taken.length === 0) return;
  if (letter !== undefined) {
    const applications = taken.map(({ application }) => application.id);
    await enqueue(tx, `issue-${letter}`, { applications, actor: visitor.person.id, at: at.toString() });
  } else if (notice !== undefined) {
    const notices = taken.map(({ application, written }) => ({ notice, application, more: written.notice ?? [] }));
    await postNotices(world, tx, at, notices);
  }
}
