import type { ActRequest, Outcome } from "#src/life/index.ts";
import { readActFields } from "#src/life/web/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { forbidden, idParam, type RequestContext, requireAgent } from "#src/people/web/index.ts";
import { type FormFields, readForm } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { isOfJudgement, JUDGEMENT } from "../file/file-form.tsx";
import { loadView, type ReviewedPartLoader, showReviewed } from "../file/file-loading.tsx";
import { may, type ReviewedView, subjectOf, type Typed } from "../file/file-view.tsx";
import { obstacleTo, type ReviewAct } from "../may.ts";
import { answerOutcome, listOf, reviewHref } from "./answer.tsx";

/** One act of the page of a file: who, on what, what was typed; its refusals show the page again, or `again`. */
export type ApplicationAct = (
  c: RequestContext,
  form: string,
  done: string | ((fields: FormFields) => string),
  anchor: string,
  work: (visitor: SignedVisitor, request: ActRequest, fields: FormFields) => Promise<Outcome>,
  again?: (visitor: SignedVisitor, typed: Typed) => Promise<Response>,
  /** How the form is read, where a file comes with it. */
  read?: () => Promise<FormFields>,
) => Promise<Response>;

/** How every act of a file's page is asked and answered. */
export function applicationActs(world: World, loaders: readonly ReviewedPartLoader[]): ApplicationAct {
  return async (c, form, done, anchor, work, again, read) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    const fields = await (read?.() ?? readForm(c));
    const list = listOf(fields);
    const request = { id, ...readActFields(fields), location: reviewHref(id, anchor, list) };
    const outcome = await work(visitor, request, fields);
    return answerOutcome(c, world, outcome, {
      done: typeof done === "string" ? done : done(fields),
      back: reviewHref(id, "", list),
      typed: fields,
      refused: (refusals) => {
        const typed = { form, fields, refusals };
        return again === undefined ? showReviewed(c, world, visitor, id, loaders, typed) : again(visitor, typed);
      },
      overtaken: (by) => showOvertaken(c, world, visitor, loaders, { form, fields, refusals: [], overtakenBy: by }),
    });
  };
}

/**
 * A judgement sent from an old page stands again on the new one, save its amounts, which others may have set since; null
 * where the file is judged no more.
 */
async function showOvertaken(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  loaders: readonly ReviewedPartLoader[],
  typed: Typed,
): Promise<Response | null> {
  if (typed.form !== JUDGEMENT) return null;
  const id = idParam(c, "id");
  if (!may(await loadView(world, visitor, id), "find")) return null;
  const fields = Object.fromEntries(Object.entries(typed.fields).filter(([name]) => isOfJudgement(name)));
  return showReviewed(c, world, visitor, id, loaders, { ...typed, fields });
}

/** Refuses (403) who may not do this to the file now. */
export function requireAct(visitor: SignedVisitor, act: ReviewAct, view: ReviewedView): void {
  if (obstacleTo(visitor, act, subjectOf(view)) !== null) forbidden();
}

/** The way back to the file from a page of one of its acts. */
export function crumbs(view: ReviewedView, here: string) {
  const { application } = view.file;
  return [
    { label: "Dossiers", href: view.list.href },
    { label: application.number ?? "Dossier", href: urls.review.href({ id: application.id }, view.list.query) },
    { label: here },
  ];
}
