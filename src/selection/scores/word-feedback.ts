import { gridLines } from "#policy/index.ts";
import { type ActRequest, doAct, type Outcome, type Refusal } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { json } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { schemeOf } from "#src/reviews/index.ts";
import { lengthOf } from "#text/index.ts";
import type { Feedback } from "../candidate.ts";
import { maySelect } from "../may.ts";
import { findCandidate } from "../store.ts";

/** States in which the applicant has not been told yet why a project is not retained. */
export const FEEDBACK_OPEN: readonly string[] = ["not-selected", "rejected"];

const LONGEST = 2_000;

/** What the letter says of each criterion, in the committee's own words; open until the refusal is notified. */
export function wordFeedback(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  typed: readonly Feedback[],
): Promise<Outcome> {
  const may = () => maySelect(visitor, "settle");
  return doAct(world, visitor, "feedback-worded", request, may, async (tx, application) => {
    if (!FEEDBACK_OPEN.includes(application.state)) {
      return { refusals: [{ message: "Ces mots ne changent plus dans cet état du dossier." }] };
    }
    const candidate = await findCandidate(tx, application.id);
    if (candidate === null) throw new Error(`file ${application.id} is before no committee`);
    const known = new Set(gridLines(schemeOf(application).grid).map(({ id }) => id));
    const feedback = typed.filter(
      ({ line, strength, weakness }) => known.has(line) && (strength !== "" || weakness !== ""),
    );
    const refusals = feedback.flatMap(tooLong);
    if (refusals.length > 0) return { refusals };
    if (feedback.length === 0) {
      return { refusals: [{ message: "Dites au moins un point fort ou une faiblesse\u00a0: la lettre les donne." }] };
    }
    await tx
      .updateTable("selection")
      .set({ feedback: json(feedback) })
      .where("application_id", "=", application.id)
      .execute();
    return { details: { before: candidate.feedback, feedback }, visibleToApplicant: false };
  });
}

function tooLong({ line, strength, weakness }: Feedback): readonly Refusal[] {
  const message = "2\u202f000 caractères au plus.";
  return [
    ...(lengthOf(strength) > LONGEST ? [{ path: `fort.${line}`, message }] : []),
    ...(lengthOf(weakness) > LONGEST ? [{ path: `faible.${line}`, message }] : []),
  ];
}
