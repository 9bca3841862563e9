import { Temporal } from "temporal-polyfill";
import { type Raw, readRaw } from "#policy/index.ts";
import {
  type ActRequest,
  addCompletionRequest,
  closeCompletionRequest,
  latestRevision,
  type Outcome,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { refused } from "../checks/refused.ts";
import { reviewStep } from "../reviewing.ts";
import { schemeOf } from "../scheme.ts";
import { askableAfterClosing, closingRefusals, isAfterClosing } from "./after-closing.ts";
import { askables, type CompletionInput, requestCompletion } from "./completion.ts";

/** Asks for what a file lacks: the clock stops (CRPA L114-5), the letter and the mail follow. */
export function askForMore(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: CompletionInput,
): Promise<Outcome> {
  return reviewStep(world, visitor, "request-completion", request, async (tx, application, at) => {
    const revision = await latestRevision(tx, application.id);
    const scheme = schemeOf(application);
    const papers = (revision?.attachments ?? []).map((one) => one.key);
    const { answers } = readRaw(scheme.form, (revision?.raw ?? {}) as Raw);
    const known = askables(scheme, answers, papers);
    const isClosed = isAfterClosing(application, at);
    const allowed = isClosed ? askableAfterClosing(scheme, answers, known) : known;
    const barred = isClosed ? await closingRefusals(tx, application, input, known, allowed) : [];
    if (barred.length > 0) return refused(barred);
    const asked = requestCompletion(input, allowed, legalDay(at));
    if ("refusals" in asked) return refused(asked.refusals);
    const id = await addCompletionRequest(
      tx,
      { ...asked.ok, applicationId: application.id, askedBy: visitor.person.id },
      at,
    );
    return {
      details: { request: id, items: asked.ok.items, dueOn: asked.ok.dueOn },
      suspendUntil: Temporal.PlainDate.from(asked.ok.dueOn),
      letter: { request: id },
    };
  });
}

/** Ends a request for completion without an answer: the file goes on as it stands and the clock restarts. */
export function closeRequest(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  reason: string,
): Promise<Outcome> {
  return reviewStep(world, visitor, "close-completion", request, async (tx, application, at) => {
    if (reason === "") return refused([{ field: "motif", message: "Dites pourquoi vous n’attendez plus la réponse." }]);
    await closeCompletionRequest(tx, application.id, at);
    return { details: { reason } };
  });
}
