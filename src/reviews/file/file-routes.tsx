import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { valueAtPath } from "#policy/index.ts";
import { type ActRequest, type Outcome, sayAnswer } from "#src/life/index.ts";
import { readActFields } from "#src/life/web/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  type Env,
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  remembered,
  requireAgent,
  respondPage,
} from "#src/people/web/index.ts";
import { legalDay, today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { renderPdf } from "#src/platform/documents/index.ts";
import { pdfResponse } from "#src/platform/http/download.ts";
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { settleCommune } from "#src/territory/index.ts";
import { communeQueryName } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import {
  abandon,
  askForMore,
  closeRequest,
  makeFinding,
  propose,
  setAcceptedCosts,
  stateInterest,
  takePlainStep,
  validateOpinion,
  writeNote,
  writeToApplicant,
} from "../acts.ts";
import { type CompletionInput, requestCompletion, usualDueDay } from "../completion/completion.ts";
import { completionLetter } from "../completion/completion-letter.ts";
import { COMPLETION_FORM, CompletionPage } from "../completion/completion-page.tsx";
import { completionRequest } from "../completion/completion-request.ts";
import { correctSlip, KNOWINGLY, readRevision } from "../corrections/correct.ts";
import { CORRECTION_FORM, CorrectionPage } from "../corrections/correction-page.tsx";
import { budgetLines, type CostInput, cuttable } from "../costs/accepted-costs.ts";
import { obstacleTo, type ReviewAct } from "../may.ts";
import { assign } from "../queue/batch.ts";
import { answerOutcome, reviewHref } from "../web/answer.tsx";
import { readDaysText, readDayText, readMoneyText, tellDay } from "../web/typed-text.ts";
import { type FilePartLoader, loadView, showFile } from "./file-loading.tsx";
import { type FileView, mayTakeStep, subjectOf, type Typed } from "./file-view.tsx";
import { readingRoutes } from "./reading-routes.ts";

/** The page of a file and all that is done from it. Later slices bring their parts of the page. */
export function fileRoutes(world: World, loaders: readonly FilePartLoader[]): Routes {
  const routes = new Hono<Env>();

  /** One act of the page: who, on what, what was typed; its refusals show the page again. */
  async function act(
    c: RequestContext,
    form: string,
    done: string,
    anchor: string,
    work: (visitor: SignedVisitor, request: ActRequest, fields: FormFields) => Promise<Outcome>,
    again?: (visitor: SignedVisitor, typed: Typed) => Promise<Response>,
  ): Promise<Response> {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    const fields = await readForm(c);
    const request = { id, ...readActFields(fields), location: reviewHref(id, anchor) };
    const outcome = await work(visitor, request, fields);
    return answerOutcome(c, world, outcome, {
      done,
      back: reviewHref(id),
      typed: fields,
      refused: (refusals) => {
        const typed = { form: formOf(form, fields), fields, refusals };
        return again === undefined ? showFile(c, world, visitor, id, loaders, typed) : again(visitor, typed);
      },
    });
  }

  routes.get(
    urls.review.pattern,
    remembered(world, (c) => idParam(c, "id")),
    (c) => showFile(c, world, requireAgent(c), idParam(c, "id"), loaders),
  );

  readingRoutes(routes, world);

  routes.post(urls.reviewFindings.pattern, (c) =>
    act(c, "formulaire", "Votre constat est enregistré.", "verifications", (visitor, request, fields) => {
      const form = text(fields, "formulaire");
      return makeFinding(
        world,
        visitor,
        { ...request, location: /^[\w-]{1,80}$/.test(form) ? reviewHref(request.id, form) : request.location },
        {
          subject: text(fields, "point"),
          about: text(fields, "sur"),
          conclusion: text(fields, "conclusion"),
          reason: text(fields, "motif"),
        },
      );
    }),
  );

  routes.post(urls.reviewCosts.pattern, (c) =>
    act(c, "couts", "Les montants acceptés sont enregistrés.", "budget", async (visitor, request, fields) => {
      const view = await loadView(world, visitor, request.id);
      const read = readCosts(view, fields);
      return "refusals" in read
        ? { kind: "refused", refusals: read.refusals }
        : setAcceptedCosts(world, visitor, request, read.inputs);
    }),
  );

  routes.get(urls.reviewCompletion.pattern, async (c) => {
    const visitor = requireAgent(c);
    const view = await loadView(world, visitor, idParam(c, "id"));
    if (!mayTakeStep(view, "request-completion")) return forbidden();
    return completionPage(c, world, view);
  });

  routes.post(urls.reviewCompletion.pattern, (c) =>
    act(
      c,
      COMPLETION_FORM,
      "La demande de compléments est partie. Le délai de décision est suspendu.",
      "complements",
      (visitor, request, fields) => askForMore(world, visitor, request, readCompletion(fields)),
      async (visitor, typed) => {
        const refusals = tellDay(typed.refusals, "echeance", text(typed.fields, "echeance"));
        const view = await loadView(world, visitor, idParam(c, "id"), [], { ...typed, refusals });
        return completionPage(c, world, view);
      },
    ),
  );

  routes.post(urls.reviewPreview.pattern, async (c) => {
    const visitor = requireAgent(c);
    if (c.req.param("letter") !== "demande-de-complements") return notFound();
    const id = idParam(c, "id");
    const fields = await readForm(c);
    const view = await loadView(world, visitor, id);
    if (!mayTakeStep(view, "request-completion")) return forbidden();
    const asked = requestCompletion(readCompletion(fields), view.asked, today(world.clock));
    if ("refusals" in asked) {
      const unread = asked.refusals.map(({ field, message }) => ({ path: field, message }));
      const refusals = tellDay(unread, "echeance", text(fields, "echeance"));
      return completionPage(c, world, { ...view, typed: { form: COMPLETION_FORM, fields, refusals } });
    }
    const { application, revision, seat } = view.file;
    const data = completionLetter(world, application, revision, asked.ok, world.clock.now(), seat);
    const { pdf } = await renderPdf(completionRequest, data, { preview: true });
    return pdfResponse(pdf, "apercu-demande-de-complements.pdf");
  });

  routes.post(urls.reviewCompletionClosing.pattern, (c) =>
    act(c, "cloture", "La demande de compléments est close. Le délai repart.", "resume", (visitor, request, fields) =>
      closeRequest(world, visitor, request, text(fields, "motif")),
    ),
  );

  routes.get(urls.reviewCorrection.pattern, async (c) => {
    const visitor = requireAgent(c);
    const view = await loadView(world, visitor, idParam(c, "id"));
    requireAct(visitor, "correct", view);
    return correctionPage(c, world, view, c.req.query("champ") ?? "");
  });

  routes.post(urls.reviewCorrection.pattern, (c) =>
    act(
      c,
      CORRECTION_FORM,
      "La réponse est corrigée et le demandeur averti.",
      "reponses",
      (visitor, request, fields) => {
        const path = text(fields, "champ");
        const commune = typedCommune(fields, path);
        // What could not be one commune is refused as it was typed.
        const values = commune === null ? texts(fields, path) : [commune.code === "" ? commune.text : commune.code];
        const value = values.length > 1 ? values : (values[0] ?? "");
        return correctSlip(world, visitor, request, {
          path,
          value,
          reason: text(fields, "motif"),
          knowingly: text(fields, KNOWINGLY) === "vues",
        });
      },
      async (visitor, typed) =>
        correctionPage(
          c,
          world,
          await loadView(world, visitor, idParam(c, "id"), [], typed),
          text(typed.fields, "champ"),
        ),
    ),
  );

  routes.post(urls.reviewMessages.pattern, (c) =>
    act(c, "messages", "Votre message est envoyé.", "messages", (visitor, request, fields) =>
      writeToApplicant(world, visitor, request, text(fields, "message")),
    ),
  );

  routes.post(urls.reviewNotes.pattern, (c) =>
    act(c, "notes", "La note est gardée.", "notes", (visitor, request, fields) =>
      writeNote(world, visitor, request, text(fields, "note")),
    ),
  );

  routes.post(urls.reviewAssignment.pattern, (c) =>
    act(c, "affectation", "L’affectation est enregistrée.", "resume", async (visitor, request, fields) => {
      const to = text(fields, "agent");
      const view = await loadView(world, visitor, request.id);
      if (to !== "" && !view.agents.some((agent) => agent.id === to)) {
        return { kind: "refused", refusals: [{ message: "Cet agent ne peut pas recevoir de dossier." }] };
      }
      return assign(world, visitor, request, to === "" ? null : to);
    }),
  );

  routes.post(urls.reviewInterest.pattern, (c) =>
    act(
      c,
      "interet",
      "Votre intérêt est déclaré : vous n’agirez plus sur ces dossiers.",
      "actions",
      (visitor, request, fields) =>
        stateInterest(world, visitor, request, text(fields, "motif"), texts(fields, "organisme")),
    ),
  );

  routes.post(urls.reviewOpinion.pattern, (c) =>
    act(c, "avis-rendu", "Votre avis est transmis à la validation.", "avis", async (visitor, request, fields) => {
      const proposed = readMoneyText(text(fields, "aide"));
      return propose(world, visitor, request, {
        sense: text(fields, "sens"),
        proposedAid: proposed,
        grounds: texts(fields, "motifs"),
        body: text(fields, "avis"),
        reason: text(fields, "raison"),
      });
    }),
  );

  routes.post(urls.reviewValidation.pattern, (c) =>
    act(c, "validation", "Votre décision sur l’avis est enregistrée.", "avis", async (visitor, request, fields) => {
      const view = await loadView(world, visitor, request.id);
      return validateOpinion(world, visitor, request, {
        valid: text(fields, "action") === "valider",
        favourable: view.file.application.state !== "proposed-unfavourable",
        reason: text(fields, "motif"),
      });
    }),
  );

  routes.post(urls.reviewStep.pattern, (c) => {
    const step = c.req.param("step");
    switch (step) {
      case "declare-complete":
        return act(c, "etape", "Le dossier est déclaré complet.", "actions", (visitor, request) =>
          takePlainStep(world, visitor, step, request),
        );
      case "start-review":
        return act(c, "etape", "L’instruction est commencée.", "verifications", (visitor, request) =>
          takePlainStep(world, visitor, step, request),
        );
      case "abandon":
        return act(c, "abandon", "Le dossier est classé sans suite.", "resume", (visitor, request, fields) =>
          abandon(world, visitor, request, text(fields, "motif")),
        );
      default:
        throw new HTTPException(404);
    }
  });

  return routes;
}

/** A form may say which of the page's many it is. */
function formOf(form: string, fields: FormFields): string {
  return form === "formulaire" ? text(fields, "formulaire") : form;
}

function requireAct(visitor: SignedVisitor, act: ReviewAct, view: FileView): void {
  if (obstacleTo(visitor, act, subjectOf(view)) !== null) forbidden();
}

function completionPage(c: RequestContext, world: World, view: FileView): Response {
  const dueOn = usualDueDay(legalDay(world.clock.now())).toString();
  return respondPage(
    c,
    world,
    {
      title: "Demander des compléments",
      current: urls.queue.href(),
      density: "compact",
      breadcrumbs: crumbs(view, "Compléments"),
      status: view.typed === null ? 200 : 422,
    },
    <CompletionPage view={view} dueOn={dueOn} />,
  );
}

async function correctionPage(c: RequestContext, world: World, view: FileView, path: string): Promise<Response> {
  const { application, revision, answers } = view.file;
  const reading = await inTransaction(world.db, readerOf(view.visitor), (tx) =>
    readRevision(tx, application, revision),
  );
  const asked = reading.questions.find((one) => one.path === path);
  if (asked === undefined) return notFound();
  const typed = view.typed === null ? undefined : view.typed.fields[path];
  const commune = view.typed === null ? null : typedCommune(view.typed.fields, path);
  const raw =
    commune === null
      ? { ...revision.raw, ...(typed === undefined ? null : { [path]: typed }) }
      : { ...revision.raw, [path]: commune.code, [communeQueryName(path)]: commune.text };
  return respondPage(
    c,
    world,
    {
      title: "Corriger une erreur évidente",
      scripts: ["commune"],
      current: urls.queue.href(),
      density: "compact",
      breadcrumbs: crumbs(view, "Correction"),
      status: view.typed === null ? 200 : 422,
    },
    <CorrectionPage
      view={view}
      asked={asked}
      raw={raw}
      before={sayAnswer(asked.question, valueAtPath(answers, path))}
    />,
  );
}

/** The commune that was typed or picked for an answer; null where the page showed no box of communes. */
function typedCommune(fields: FormFields, path: string) {
  const box = communeQueryName(path);
  return fields[box] === undefined ? null : settleCommune(text(fields, path), text(fields, box));
}

function crumbs(view: FileView, here: string) {
  const { application } = view.file;
  return [
    { label: "Dossiers", href: urls.queue.href() },
    { label: application.number ?? "Dossier", href: urls.review.href({ id: application.id }) },
    { label: here },
  ];
}

function readCompletion(fields: FormFields): CompletionInput {
  return {
    items: texts(fields, "champ")
      .slice(0, 500)
      .map((path) => ({ path, message: text(fields, `message:${path}`) })),
    note: text(fields, "note"),
    dueOn: readDayText(text(fields, "echeance")),
  };
}

function readCosts(
  view: FileView,
  fields: FormFields,
): { readonly inputs: readonly CostInput[] } | { readonly refusals: readonly { path: string; message: string }[] } {
  const refusals: { path: string; message: string }[] = [];
  const inputs = budgetLines(view.scheme, view.file.answers).map(({ line }) => {
    const values = cuttable(view.scheme).map(({ id, kind }) => {
      const typed = text(fields, `${line}.${id}`);
      const value = kind === "days" ? readDaysText(typed) : readMoneyText(typed);
      if (typed !== "" && value === null)
        refusals.push({ path: `${line}.${id}`, message: howToWrite[kind === "days" ? "days" : "money"] });
      return [id, value] as const;
    });
    return { line, values: Object.fromEntries(values), reason: text(fields, `${line}.reason`) };
  });
  return refusals.length > 0 ? { refusals } : { inputs };
}

const howToWrite = {
  days: "Indiquez un nombre de jours, par exemple 2,5.",
  money: "Indiquez un montant, par exemple 950,50.",
} as const;
