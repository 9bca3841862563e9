import { Hono } from "hono";
import { readActFields } from "#src/life/web/index.ts";
import { readerOf } from "#src/people/index.ts";
import {
  askProof,
  type Env,
  forbidden,
  idParam,
  type RequestContext,
  type Routes,
  requireAgent,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { pdfResponse } from "#src/platform/http/download.ts";
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import {
  answerOutcome,
  listOf,
  loadView,
  may,
  mayTakeStep,
  type ReviewedPartLoader,
  readDayText,
  readMoneyText,
  reviewHref,
  showReviewed,
  tellDay,
} from "#src/reviews/web/index.ts";
import { urls } from "#src/urls.ts";
import { type AwardInput, KNOWINGLY } from "../award.ts";
import { askCorrection, type CorrectionInput, settleCorrection } from "../correct-vote.ts";
import { decide, notify } from "../decide.ts";
import { decisionLetter } from "../decision-letter.ts";
import { findAward } from "../store.ts";
import { findTold } from "../told.ts";
import { CORRECTION } from "./correction-form.tsx";
import { DECISION_FORM } from "./decision-form.tsx";

/** The decision and its notification. `loaders` show the page of the file again where an act is refused. */
export function decisionRoutes(world: World, loaders: readonly ReviewedPartLoader[]): Routes {
  const routes = new Hono<Env>();

  routes.post(urls.reviewDecision.pattern, async (c) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    const view = await loadView(world, visitor, id);
    const again = mayTakeStep(view, "award") ? await askProof(c, world) : null;
    if (again !== null) return again;
    const fields = await readForm(c);
    const outcome = await decide(world, visitor, requestOf(c, fields, "decision"), readDecision(fields));
    return answerOutcome(c, world, outcome, {
      done: "La décision est enregistrée.",
      back: reviewHref(id, "", listOf(fields)),
      typed: fields,
      refused: (unread) => {
        const refusals = tellDay(unread, "date", text(fields, "date"));
        return showReviewed(c, world, visitor, id, loaders, { form: DECISION_FORM, fields, refusals });
      },
    });
  });

  routes.post(urls.reviewDecisionCorrection.pattern, async (c) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    const view = await loadView(world, visitor, id);
    const again = may(view, "correct-vote") ? await askProof(c, world) : null;
    if (again !== null) return again;
    const fields = await readForm(c);
    const request = requestOf(c, fields, "decision");
    const action = text(fields, "action");
    const outcome =
      action === "demander"
        ? await askCorrection(world, visitor, request, readCorrection(fields))
        : await settleCorrection(world, visitor, request, action === "confirmer");
    return answerOutcome(c, world, outcome, {
      done: corrected[action] ?? "L’enregistrement est gardé tel quel.",
      back: reviewHref(id, "", listOf(fields)),
      typed: fields,
      refused: (unread) => {
        const refusals = tellDay(unread, "date", text(fields, "date"));
        return showReviewed(c, world, visitor, id, loaders, { form: CORRECTION, fields, refusals });
      },
    });
  });

  routes.post(urls.reviewNotification.pattern, async (c) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    const fields = await readForm(c);
    const request = requestOf(c, fields, "decision");
    const recorded = await inTransaction(world.db, readerOf(visitor), (tx) => findAward(tx, id));
    const outcome = await notify(world, visitor, request, recorded?.favourable !== false);
    return answerOutcome(c, world, outcome, {
      done: "La décision est notifiée : la lettre part avec un courriel.",
      back: reviewHref(id, "", listOf(fields)),
    });
  });

  routes.get(urls.reviewPreview.pattern, async (c, next) => {
    const letter = c.req.param("letter");
    if (letter !== "notification" && letter !== "refus") return next();
    const visitor = requireAgent(c);
    const view = await loadView(world, visitor, idParam(c, "id"));
    const step = letter === "notification" ? "notify" : "notify-refusal";
    if (!mayTakeStep(view, step)) return forbidden();
    const award = await inTransaction(world.db, readerOf(visitor), (tx) => findTold(tx, view.file.application));
    if (award === null) return forbidden();
    const favourable = letter === "notification";
    const { pdf } = await decisionLetter(world.config, view.file, award, favourable, world.clock.now(), {
      preview: true,
    });
    return pdfResponse(pdf, `apercu-${letter}.pdf`);
  });

  return routes;
}

function requestOf(c: RequestContext, fields: FormFields, anchor: string) {
  const id = idParam(c, "id");
  return { id, ...readActFields(fields), location: reviewHref(id, anchor, listOf(fields)) };
}

/** What is told after each word on a correction. */
const corrected: Readonly<Record<string, string>> = {
  demander: "La correction est demandée : une autre personne la confirme.",
  confirmer: "Le vote est corrigé.",
};

function readCorrection(fields: FormFields): CorrectionInput {
  return {
    decidedOn: readDayText(text(fields, "date")),
    deliberation: text(fields, "deliberation"),
    aid: readMoneyText(text(fields, "aide")),
    reason: text(fields, "raison"),
    why: text(fields, "pourquoi"),
  };
}

function readDecision(fields: FormFields): AwardInput {
  return {
    favourable: text(fields, "sens") === "favorable",
    decidedOn: readDayText(text(fields, "date")),
    knowingly: text(fields, KNOWINGLY) === "oui",
    deliberation: text(fields, "deliberation"),
    aid: readMoneyText(text(fields, "aide")),
    reason: text(fields, "raison"),
    grounds: texts(fields, "motifs"),
  };
}
