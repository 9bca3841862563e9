import { randomUUID } from "node:crypto";
import type { Call } from "#src/calls/index.ts";
import type { Outcome, Refusal } from "#src/life/index.ts";
import { readActFields, readKey } from "#src/life/web/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { idParam, notFound, type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { answerOutcome, readDayText, readMoneyText, reviewHref } from "#src/reviews/web/index.ts";
import { urls } from "#src/urls.ts";
import type { SelectionOutcome } from "../act.ts";
import { answerBody } from "../bodies/acts.ts";
import type { Feedback } from "../candidate.ts";
import { liftCondition, setCondition } from "../committee/conditions.ts";
import { maySelect } from "../may.ts";
import { funderName } from "../rules.ts";
import { recordConsensus, type TypedConsensus } from "../scores/consensus.ts";
import { wordFeedback } from "../scores/word-feedback.ts";
import { answerAct, loadCall } from "../web/answer.tsx";
import { selectionTrail } from "../web/tabs.tsx";
import { admit } from "./admit.ts";
import { CandidatePage } from "./file-page.tsx";
import { retain } from "./retain.ts";
import { keepShown } from "./shown.ts";
import { loadSelection, notSelect, reopenRanking, select } from "./steps.ts";

/** One project before the committee: read, and what is recorded of it. */
export function fileRoutes(routes: Routes, world: World): void {
  routes.get(urls.candidate.pattern, (c) => show(c, world));

  routes.post(urls.candidateAdmission.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world);
    const fields = await readForm(c);
    const id = idParam(c, "id");
    const request = { id, ...readActFields(fields), location: urls.candidate.href({ call: call.id, id }) };
    const outcome = await admit(world, visitor, request);
    return answerOutcome(c, world, outcome, {
      done: "Le projet est admis à l’évaluation.",
      back: reviewHref(id),
      typed: fields,
    });
  });

  routes.post(urls.candidateConsensus.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "record-consensus");
    const fields = await readForm(c);
    const place = { call: call.id, id: idParam(c, "id") };
    const outcome = await recordConsensus(world, visitor, place.call, place.id, {
      heldOn: readDayText(text(fields, "heldOn")),
      lines: settledIn(fields),
      seen: "vu" in fields ? text(fields, "vu") : null,
    });
    if (typeof outcome === "object" && !outcome.done) return show(c, world, outcome.errors, fields);
    return answerAct(c, outcome, "La conciliation est enregistrée.", urls.candidate.href(place));
  });

  routes.post(urls.candidateRetained.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "rank");
    const fields = await readForm(c);
    const typed = text(fields, "retenu");
    const retained = typed === "" ? null : (readMoneyText(typed) ?? 0);
    const outcome = await retain(world, visitor, requestOf(c, call, fields), {
      retained,
      reason: text(fields, "raison"),
    });
    return answerRefusals(c, world, outcome, fields, "Le montant retenu est gardé.");
  });

  routes.post(urls.candidateShown.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "rank");
    const fields = await readForm(c);
    const outcome = await keepShown(world, visitor, call.id, idParam(c, "id"), {
      shortTitle: text(fields, "titre"),
      summary: text(fields, "resume"),
      place: text(fields, "place"),
      placeReason: text(fields, "place-raison"),
      seen: "vu" in fields ? text(fields, "vu") : null,
    });
    return answerField(c, world, outcome, fields, "C’est gardé.");
  });

  routes.post(urls.candidateFeedback.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "settle");
    const fields = await readForm(c);
    const outcome = await wordFeedback(world, visitor, requestOf(c, call, fields), wordsOf(fields));
    return answerRefusals(c, world, outcome, fields, "La lettre reprendra ces mots.");
  });

  routes.post(urls.candidateStep.pattern, async (c) => {
    const step = c.req.param("step");
    const { visitor, call } = await loadCall(c, world, step === "reprise" ? "reopen" : "settle");
    const fields = await readForm(c);
    const request = requestOf(c, call, fields);
    const found = await fileOf(world, visitor, call, request.id);
    const reason = text(fields, `motif-${step}`);
    switch (step) {
      case "appel": {
        const outcome = await select(world, visitor, "call-up", request, found.rules, found.file.candidate);
        return answerRefusals(c, world, at(outcome, request.location), fields, "Le projet est appelé de la réserve.");
      }
      case "non-retenu": {
        const outcome = await notSelect(world, visitor, request, found.file.candidate, reason);
        return answerRefusals(
          c,
          world,
          at(renamed(outcome, step), request.location),
          fields,
          "Le projet n’est pas retenu.",
        );
      }
      case "reprise": {
        const outcome = await reopenRanking(world, visitor, request, reason);
        return answerRefusals(
          c,
          world,
          at(renamed(outcome, step), request.location),
          fields,
          "Le projet est à classer de nouveau.",
        );
      }
      default:
        return notFound();
    }
  });

  routes.post(urls.candidateConditions.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "set-condition");
    const fields = await readForm(c);
    const { version: _, ...request } = requestOf(c, call, fields);
    const outcome = await setCondition(world, visitor, request, text(fields, "words"));
    return answerRefusals(c, world, outcome, fields, "La condition est envoyée au demandeur.");
  });

  routes.post(urls.candidateCondition.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "set-condition");
    const fields = await readForm(c);
    const { version: _, ...request } = requestOf(c, call, fields);
    const outcome = await liftCondition(world, visitor, request, idParam(c, "condition"));
    return answerRefusals(c, world, outcome, fields, "La condition est levée.");
  });

  routes.post(urls.candidateAnswer.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "answer-body");
    const fields = await readForm(c);
    const question = idParam(c, "question");
    const field = `reponse-${question}`;
    const outcome = await answerBody(world, visitor, call.id, idParam(c, "id"), question, text(fields, field));
    const told = typeof outcome === "object" && !outcome.done ? { ...outcome, field } : outcome;
    return answerField(c, world, told, fields, "Votre réponse est envoyée.");
  });
}

/** `value.line` and `reason.line`: what a meeting settled. */
function settledIn(fields: FormFields): readonly TypedConsensus[] {
  const lines = new Set(Object.keys(fields).flatMap((name) => /^(?:value|reason)\.(.+)$/.exec(name)?.[1] ?? []));
  return [...lines].map((line) => ({
    line,
    value: text(fields, `value.${line}`),
    reason: text(fields, `reason.${line}`),
  }));
}

/** `fort.line` and `faible.line`: what is told of each criterion. */
function wordsOf(fields: FormFields): readonly Feedback[] {
  const lines = new Set(Object.keys(fields).flatMap((name) => /^(?:fort|faible)\.(.+)$/.exec(name)?.[1] ?? []));
  return [...lines].map((line) => ({
    line,
    strength: text(fields, `fort.${line}`),
    weakness: text(fields, `faible.${line}`),
  }));
}

function requestOf(c: RequestContext, call: Call, fields: FormFields) {
  const id = idParam(c, "id");
  const version = Number(text(fields, "version"));
  return { id, key: readKey(fields), version, location: urls.candidate.href({ call: call.id, id }) };
}

/** Where a step that leads nowhere by itself leads. */
function at(outcome: Outcome, location: string): Outcome {
  return outcome.kind === "done" ? { ...outcome, location } : outcome;
}

/** The field of a reason is named after the act that asks for it. */
function renamed(outcome: Outcome, step: string): Outcome {
  if (outcome.kind !== "refused") return outcome;
  const refusals = outcome.refusals.map((one) => (one.path === "motif" ? { ...one, path: `motif-${step}` } : one));
  return { ...outcome, refusals };
}

async function fileOf(world: World, visitor: SignedVisitor, call: Call, id: string) {
  const selection = await inTransaction(world.db, readerOf(visitor), (tx) => loadSelection(tx, call.id));
  const file = selection?.standing.files.find(({ candidate }) => candidate.id === id);
  if (selection === null || file === undefined) return notFound();
  return { rules: selection.rules, file, rank: selection.standing.ranked.find((one) => one.id === id)?.rank ?? null };
}

function answerField(
  c: RequestContext,
  world: World,
  outcome: SelectionOutcome,
  fields: FormFields,
  done: string,
): Response | Promise<Response> {
  const place = { call: idParam(c, "call"), id: idParam(c, "id") };
  if (typeof outcome === "string" || outcome.done) return answerAct(c, outcome, done, urls.candidate.href(place));
  return show(c, world, new Map([[outcome.field, outcome.why]]), fields);
}

function answerRefusals(
  c: RequestContext,
  world: World,
  outcome: Outcome,
  fields: FormFields,
  done: string,
): Response | Promise<Response> {
  const place = { call: idParam(c, "call"), id: idParam(c, "id") };
  return answerOutcome(c, world, outcome, {
    done,
    back: urls.candidate.href(place),
    typed: fields,
    refused: (refusals) => {
      if (refusals.some(({ path }) => path !== undefined)) return show(c, world, byField(refusals), fields);
      setFlash(c, "danger", refusals.map(({ message }) => message).join(" "));
      return c.redirect(urls.candidate.href(place), 303);
    },
  });
}

function byField(refusals: readonly Refusal[]): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  for (const { path = "", message } of refusals)
    errors.set(path, [errors.get(path), message].filter(Boolean).join(" "));
  return errors;
}

async function show(
  c: RequestContext,
  world: World,
  errors: ReadonlyMap<string, string> = new Map(),
  fields: FormFields = {},
): Promise<Response> {
  const { visitor, call } = await loadCall(c, world);
  const id = idParam(c, "id");
  const found = await fileOf(world, visitor, call, id);
  const { candidate } = found.file;
  return respondPage(
    c,
    world,
    {
      title: `${candidate.number}, sélection`,
      current: urls.selectionDesk.href(),
      density: "compact",
      status: errors.size > 0 ? 422 : 200,
      breadcrumbs: selectionTrail(call, candidate.number),
    },
    <CandidatePage
      call={call}
      {...found}
      funderName={(code) => funderName(call.framework, code)}
      mayRun={maySelect(visitor, "rank")}
      mayReopen={maySelect(visitor, "reopen")}
      newKey={randomUUID}
      errors={errors}
      typed={(name) => (name in fields ? text(fields, name) : undefined)}
    />,
  );
}
