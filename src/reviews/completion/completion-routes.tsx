import {
  forbidden,
  notFound,
  type RequestContext,
  type Routes,
  requireAgent,
  respondPage,
} from "#src/people/web/index.ts";
import { legalDay, today } from "#src/platform/clock.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import { pdfResponse } from "#src/platform/http/download.ts";
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { loadActView } from "../file/file-loading.tsx";
import { mayTakeStep, type ReviewedView } from "../file/file-view.tsx";
import { type ApplicationAct, crumbs } from "../web/file-act.ts";
import { readDayText, tellDay } from "../web/typed-text.ts";
import { askForMore, closeRequest } from "./ask-for-more.ts";
import { type CompletionInput, requestCompletion } from "./completion.ts";
import { completionLetter } from "./completion-letter.ts";
import { COMPLETION_FORM, CompletionPage } from "./completion-page.tsx";
import { completionRequest } from "./completion-request.ts";

/** What a file lacks: asked, previewed, closed without an answer. */
export function completionRoutes(routes: Routes, world: World, act: ApplicationAct): void {
  routes.get(urls.reviewCompletion.pattern, async (c) => {
    const visitor = requireAgent(c);
    const view = await loadActView(c, world, visitor);
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
        return completionPage(c, world, await loadActView(c, world, visitor, { ...typed, refusals }));
      },
    ),
  );

  routes.post(urls.reviewPreview.pattern, async (c) => {
    const visitor = requireAgent(c);
    if (c.req.param("letter") !== "demande-de-complements") return notFound();
    const fields = await readForm(c);
    const view = await loadActView(c, world, visitor, { form: COMPLETION_FORM, fields, refusals: [] });
    if (!mayTakeStep(view, "request-completion")) return forbidden();
    const asked = requestCompletion(readCompletion(fields), view.asked, today(world.clock));
    if ("refusals" in asked) {
      const unread = asked.refusals.map(({ field, message }) => ({ path: field, message }));
      const refusals = tellDay(unread, "echeance", text(fields, "echeance"));
      return completionPage(c, world, { ...view, typed: { form: COMPLETION_FORM, fields, refusals } });
    }
    const { application, revision, seat } = view.file;
    const data = completionLetter(world, application, revision, asked.ok, world.clock.now(), seat);
    const { pdf } = await funderPdf(world.config, completionRequest, data, { preview: true });
    return pdfResponse(pdf, "apercu-demande-de-complements.pdf");
  });

  routes.post(urls.reviewCompletionClosing.pattern, (c) =>
    act(c, "cloture", "La demande de compléments est close. Le délai repart.", "resume", (visitor, request, fields) =>
      closeRequest(world, visitor, request, text(fields, "motif")),
    ),
  );
}

function completionPage(c: RequestContext, world: World, view: ReviewedView): Response {
  const dueOn = legalDay(world.clock.now()).add({ days: world.config.funder.delays.completion }).toString();
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

function readCompletion(fields: FormFields): CompletionInput {
  return {
    items: texts(fields, "champ")
      .slice(0, 500)
      .map((path) => ({ path, message: text(fields, `message:${path}`) })),
    note: text(fields, "note"),
    dueOn: readDayText(text(fields, "echeance")),
  };
}
