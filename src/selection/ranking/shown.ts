import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { lengthOf } from "#text/index.ts";
import { actOnCall, refused, type SelectionOutcome } from "../act.ts";
import type { Candidate } from "../candidate.ts";
import { isChanged, sayChanged } from "../seen.ts";
import { findCandidate } from "../store.ts";

export interface ShownInput {
  readonly shortTitle: string;
  readonly summary: string;
  /** As typed: empty where the committee says nothing. */
  readonly place: string;
  readonly placeReason: string;
  /** What the form was made from; absent where no page showed it. */
  readonly seen?: string | null;
}

/** As the form shows it. */
export function shownOf({ shortTitle, summary, place, placeReason }: Candidate) {
  return { shortTitle, summary, place: place === null ? "" : String(place), placeReason };
}

const fields = [
  ["titre", "shortTitle"],
  ["resume", "summary"],
  ["place", "place"],
  ["place-raison", "placeReason"],
] as const;

/** The first field that another person changed meanwhile to something else. */
function overwrites(input: ShownInput, candidate: Candidate): SelectionOutcome | null {
  const there = shownOf(candidate);
  if (!isChanged(input.seen ?? null, there)) return null;
  const clash = fields.find(([, key]) => input[key] !== there[key]);
  return clash === undefined ? null : refused(clash[0], sayChanged(there[clash[1]]));
}

export const LONGEST_TITLE = 34;

/** What the room shows of a project; its place among equals, with the committee's reason. */
export function keepShown(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  applicationId: string,
  input: ShownInput,
): Promise<SelectionOutcome> {
  return actOnCall(world, visitor, callId, "rank", async ({ tx, note }) => {
    const candidate = await findCandidate(tx, applicationId);
    if (candidate === null) return "absent";
    const clash = overwrites(input, candidate);
    if (clash !== null) return clash;
    const place = input.place === "" ? null : Number(input.place);
    if (lengthOf(input.shortTitle) > LONGEST_TITLE) return refused("titre", `${LONGEST_TITLE} signes au plus.`);
    if (lengthOf(input.summary) > 3_000) return refused("resume", "3\u202f000 caractères au plus.");
    if (place !== null && !(Number.isInteger(place) && place >= 1 && place <= 999)) {
      return refused("place", "Donnez un rang, comme 1 ou 2.");
    }
    if (place !== null && input.placeReason === "")
      return refused("place-raison", "Dites pourquoi le comité le place là.");
    const moves = place !== candidate.place;
    if (moves && !["admitted", "scored"].includes(candidate.state)) {
      return refused("place", "Le classement est arrêté\u00a0: reprenez-le d’abord.");
    }
    const columns = {
      short_title: input.shortTitle,
      summary: input.summary,
      place,
      place_reason: place === null ? "" : input.placeReason,
    };
    await tx
      .insertInto("selection")
      .values({ application_id: applicationId, ...columns })
      .onConflict((clash) => clash.column("application_id").doUpdateSet(columns))
      .execute();
    await note("project-shown", { application: applicationId, place, reason: columns.place_reason });
    return { done: true };
  });
}
