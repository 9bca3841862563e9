import type { Temporal } from "temporal-polyfill";
import { memberRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { enqueue } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { claimKey, keepLocation } from "./act-key.ts";
import type { Application } from "./application.ts";
import { lifecycle, type Step } from "./lifecycle.ts";
import { mayRead } from "./may.ts";
import { postNotice } from "./notices.ts";
import type { ActRequest, Outcome, Refusal, StepWritten, Work, Written } from "./outcome.ts";
import { barredFrom, clockAfter, stale, writeFacts, writeSteps } from "./step-parts.ts";
import { findApplication, lockApplication, saveStep } from "./store.ts";

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
    const barred = await barredFrom(tx, visitor, step, application, request.version);
    if (barred !== null) throw new Undo(barred);
    const written = kept(await work(tx, application, at));
    const clock = clockAfter(application, step, at, written);
    if ((await saveStep(tx, application, step, at.toString(), { ...clock, ...written.columns })) === "conflict") {
      throw new Undo(await stale(tx, application));
    }
    await writeSteps(world, tx, visitor, step, at, [{ application, written }]);
    const { letter, notice } = rule;
    if (letter !== undefined && written.letter !== "none") {
      const version = application.version + 1;
      const payload = {
        application: application.id,
        version,
        actor: visitor.person.id,
        at: at.toString(),
        ...written.letter,
      };
      await enqueue(tx, `issue-${letter}`, payload, `${letter}:${application.id}:${version}`, written.letterFrom);
    } else if (notice !== undefined) {
      await postNotice(world, tx, notice, application, at, written.notice ?? []);
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
    const { excerpt } = written;
    const noted = facts.map(({ act, details }) => ({ application, fact: act, visible, details, excerpt }));
    await writeFacts(world, tx, visitor, side, at, noted);
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

function kept<W extends Written>(result: W | { readonly refusals: readonly Refusal[] }): W {
  if ("refusals" in result) throw new Undo({ kind: "refused", refusals: result.refusals });
  return result;
}
