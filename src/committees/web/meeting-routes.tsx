import type { Raw } from "#policy/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { notFound, type RequestContext, type Routes } from "#src/people/web/index.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { MEETING_STEPS, type Meeting } from "../committee.ts";
import { decisionForm, followUpForm, itemForm, minutesForm } from "../forms.ts";
import { followUp, putOnAgenda, recordDecision, writeMinutes } from "../in-session.ts";
import { takeMeetingStep } from "../meeting-step.ts";
import type { CommitteeOutcome } from "../on-meeting.ts";
import { type Found, load, loadMeeting, toRun } from "./guard.ts";
import { afterwards, answerMeeting } from "./meeting-answer.tsx";
import type { RefusedForm } from "./meeting-form.ts";

/** One meeting: its page, its steps, its agenda, decisions and minutes. */
export function meetingRoutes(routes: Routes, world: World): void {
  routes.get(urls.meeting.pattern, async (c) => {
    const found = await load(c, world);
    return answerMeeting(c, world, found, await loadMeeting(c, world, found.committee), null);
  });
  routes.post(urls.meetingStep.pattern, async (c) => {
    const { visitor, committee } = await toRun(c, world);
    const { number } = await loadMeeting(c, world, committee);
    const step = MEETING_STEPS.find((one) => one === c.req.param("step")) ?? notFound();
    return afterwards(
      c,
      committee,
      number,
      await takeMeetingStep(world, visitor, committee, number, step),
      "C’est fait.",
    );
  });
  routes.post(urls.meetingAgenda.pattern, (c) =>
    onForm(c, world, "item", async ({ visitor, committee }, { number }, fields) => {
      const { answers, errors } = readPlainForm(itemForm, fields);
      if (errors.size > 0) return errors;
      const item = { title: answers.title ?? "", detail: answers.detail ?? "", toDecide: answers.toDecide === true };
      return putOnAgenda(world, visitor, committee, number, item);
    }),
  );
  routes.post(urls.meetingDecision.pattern, (c) =>
    onForm(c, world, "decision", async ({ visitor, committee }, { number }, fields) => {
      const { answers, errors } = readPlainForm(decisionForm, fields);
      if (errors.size > 0) return errors;
      return recordDecision(world, visitor, committee, number, text(fields, "item"), {
        text: answers.text ?? "",
        inFavour: answers.inFavour ?? 0,
        against: answers.against ?? 0,
        abstained: answers.abstained ?? 0,
        responsible: answers.responsible ?? "",
        dueOn: answers.dueOn ?? null,
      });
    }),
  );
  routes.post(urls.meetingFollowUp.pattern, (c) =>
    onForm(c, world, "follow-up", async ({ visitor, committee }, { number }, fields) => {
      const { answers, errors } = readPlainForm(followUpForm, fields);
      if (errors.size > 0) return errors;
      const told = { doneOn: answers.doneOn ?? null, followUp: answers.followUp ?? "" };
      return followUp(world, visitor, committee, number, text(fields, "item"), told);
    }),
  );
  routes.post(urls.meetingMinutes.pattern, (c) =>
    onForm(c, world, "minutes", async ({ visitor, committee }, { number }, fields) => {
      const { answers, errors } = readPlainForm(minutesForm, fields);
      return errors.size > 0 ? errors : writeMinutes(world, visitor, committee, number, answers.minutes ?? "");
    }),
  );
}

/** A form about a meeting: errors at their fields, or what the act answered. */
async function onForm(
  c: RequestContext,
  world: World,
  form: RefusedForm["form"],
  work: (
    found: Found & { readonly visitor: SignedVisitor },
    meeting: Meeting,
    fields: Raw,
  ) => Promise<CommitteeOutcome | ReadonlyMap<string, string>>,
): Promise<Response> {
  const found = await toRun(c, world);
  const meeting = await loadMeeting(c, world, found.committee);
  const fields = await readForm(c);
  const outcome = await work(found, meeting, fields);
  if ("done" in outcome) return afterwards(c, found.committee, meeting.number, outcome, "C’est enregistré.");
  return answerMeeting(c, world, found, meeting, { form, raw: fields, errors: outcome });
}
