import type { Temporal } from "temporal-polyfill";
import type { SignedVisitor } from "#src/people/index.ts";
import { endOfLegalDay, legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { workingDaysAfter } from "#src/platform/working-days.ts";
import type { World } from "#src/platform/world.ts";
import { actOnCall, type Outcome } from "./act.ts";
import { isPublished, type PublishedCall } from "./call.ts";
import { mailExtension } from "./mails.ts";

/** What the slice of applications knows of the drafts of a call. */
export interface CallDrafts {
  /** The addresses of all who write in one. */
  holders(tx: Tx, callId: string): Promise<readonly string[]>;
  /** How many there are, and at which section: never what they say. */
  standing(tx: Tx, call: PublishedCall, now: Temporal.Instant): Promise<DraftsStanding>;
}

/** Drafts by the first section where an answer is missing; those that miss nothing are ready. */
export interface DraftsStanding {
  readonly count: number;
  readonly ready: number;
  readonly bySection: readonly { readonly title: string; readonly count: number }[];
}

export interface Extension {
  readonly closesAt: Temporal.Instant;
  readonly reason: string;
  /** What the service recorded of an outage: the one reason to extend a call that has closed. */
  readonly isOutage: boolean;
}

/** An outage is answered within so many working days after the closing. */
const OUTAGE_DAYS = 3;

/** The last day on which an outage can still be answered by a later closing. */
export function lastDayToExtend({ config }: Pick<World, "config">, { closesAt }: PublishedCall): Temporal.PlainDate {
  return workingDaysAfter(legalDay(closesAt), OUTAGE_DAYS, config.funder.closedDays);
}

/** Whether a call may still be extended: while it is open, and for an outage the few days after. */
export function mayStillExtend(
  world: Pick<World, "config">,
  call: PublishedCall,
  now: Temporal.Instant,
  isOutage: boolean,
): boolean {
  if (now.epochMilliseconds < call.closesAt.epochMilliseconds) return true;
  return isOutage && now.epochMilliseconds < endOfLegalDay(lastDayToExtend(world, call)).epochMilliseconds;
}

/** Moves the closing later, the same for all, and tells every holder of a draft. */
export function extendCall(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  { closesAt, reason, isOutage }: Extension,
  drafts: Pick<CallDrafts, "holders">,
): Promise<Outcome> {
  return actOnCall(world, visitor, id, "extend", version, async ({ tx, call, at }) => {
    if (!isPublished(call) || !mayStillExtend(world, call, at, isOutage)) return "impossible";
    const isLater =
      closesAt.epochMilliseconds > call.closesAt.epochMilliseconds && closesAt.epochMilliseconds > at.epochMilliseconds;
    if (!isLater) return "impossible";
    for (const to of await drafts.holders(tx, id)) await mailExtension(tx, world, call, to, closesAt, reason);
    return { cause: "extended", reason, closesAt };
  });
}
