import type { Temporal } from "temporal-polyfill";
import { addItem, addMeeting, findCommittee, lockCommittee, mayOnCommittee } from "#src/committees/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { actOnCall, refused, type SelectionOutcome } from "../act.ts";
import { rulesOf } from "../rules.ts";
import { standingOf } from "../standing.ts";
import { listCandidates } from "../store.ts";
import { bringToMeeting } from "./bring.ts";
import { findSession } from "./session.ts";

export interface SessionInput {
  readonly committee: string;
  readonly title: string;
  readonly startsAt: Temporal.Instant;
  readonly place: string;
  readonly link: string;
}

/** Plans the meeting that a call's files are brought to: its agenda holds each project to decide, in the ranking's order. */
export function planSession(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  input: SessionInput,
): Promise<SelectionOutcome> {
  return actOnCall(world, visitor, callId, "hold-session", async ({ tx, call, note }) => {
    const committee = await findCommittee(tx, input.committee);
    if (committee === null || committee.kind !== "selection")
      return refused("committee", "Choisissez un comité de sélection.");
    if (!mayOnCommittee(visitor, committee, [], "", "run")) return "forbidden";
    if (input.link !== "" && !/^https:\/\/\S+$/.test(input.link)) {
      return refused("link", "Un lien de visioconférence commence par https://.");
    }
    await lockCommittee(tx, committee.id);
    const before = await findSession(tx, callId);
    if (before !== null && before.state !== "closed")
      return refused("committee", "Une réunion est déjà prévue pour cet appel.");
    const number = await addMeeting(tx, committee.id, input);
    const { id: meetingId } = await tx
      .selectFrom("meeting")
      .select("id")
      .where("committee_id", "=", committee.id)
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("selection_session")
      .values({ meeting_id: meetingId, call_id: callId, link: input.link })
      .execute();
    const { ranked } = standingOf(rulesOf(call), await listCandidates(tx, callId));
    await addItem(tx, meetingId, { title: "Ouverture, intérêts déclarés", detail: "", toDecide: false });
    await bringToMeeting(tx, meetingId, ranked);
    await note("session-planned", { committee: committee.slug, number });
    return { done: true };
  });
}
