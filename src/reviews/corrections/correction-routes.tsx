import { valueAtPath } from "#policy/index.ts";
import { sayAnswer } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { notFound, type RequestContext, type Routes, requireAgent, respondPage } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { settleCommune } from "#src/territory/index.ts";
import { communeQueryName } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { loadActView } from "../file/file-loading.tsx";
import type { ReviewedView } from "../file/file-view.tsx";
import { type ApplicationAct, crumbs, requireAct } from "../web/file-act.ts";
import { correctSlip, KNOWINGLY, readRevision } from "./correct.ts";
import { CORRECTION_FORM, CorrectionPage } from "./correction-page.tsx";

/** A slip of the applicant, corrected by an agent who says so. */
export function correctionRoutes(routes: Routes, world: World, act: ApplicationAct): void {
  routes.get(urls.reviewCorrection.pattern, async (c) => {
    const visitor = requireAgent(c);
    const view = await loadActView(c, world, visitor);
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
        correctionPage(c, world, await loadActView(c, world, visitor, typed), text(typed.fields, "champ")),
    ),
  );
}

async function correctionPage(c: RequestContext, world: World, view: ReviewedView, path: string): Promise<Response> {
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
