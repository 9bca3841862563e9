import { hasAgentRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireAgent,
  respondPage,
  setFlash,
  underQueue,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { reviewRights } from "../may.ts";
import { dropTemplate, keepTemplate, listTemplates, type TemplateOutcome } from "./template-acts.ts";
import { TemplatesPage, type TemplatesProps } from "./template-page.tsx";

/** The service's templates of messages: read by who writes them, changed by who answers for the service. */
export function templateRoutes(routes: Routes, world: World): void {
  routes.get(urls.reviewTemplates.pattern, (c) => {
    const visitor = requireAgent(c);
    if (!hasAgentRole(visitor, ...reviewRights["read-templates"].roles)) return forbidden();
    return answer(c, world, visitor, null);
  });
  routes.post(urls.reviewTemplates.pattern, (c) => change(c, world, true));
  routes.post(urls.reviewTemplate.pattern, (c) => change(c, world, false));
}

async function change(c: RequestContext, world: World, isNew: boolean): Promise<Response> {
  const visitor = requireAgent(c);
  if (!hasAgentRole(visitor, ...reviewRights["write-templates"].roles)) return forbidden();
  const id = isNew ? null : idParam(c, "template");
  const fields = await readForm(c);
  const input = { title: text(fields, "titre"), body: text(fields, "texte") };
  const outcome: TemplateOutcome =
    id !== null && text(fields, "action") === "retirer"
      ? await dropTemplate(world, visitor, id)
      : await keepTemplate(world, visitor, id, input);
  if (outcome === "absent") return notFound();
  if (outcome !== "done") return answer(c, world, visitor, { ...input, id: id ?? "", refusals: outcome.refusals });
  setFlash(c, "success", "Les modèles sont à jour.");
  return c.redirect(urls.reviewTemplates.href(), 303);
}

async function answer(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  typed: TemplatesProps["typed"],
): Promise<Response> {
  const templates = await inTransaction(world.db, readerOf(visitor), listTemplates);
  return respondPage(
    c,
    world,
    {
      ...underQueue("Modèles de messages"),
      density: "compact",
      status: typed === null ? 200 : 422,
    },
    <TemplatesPage
      templates={templates}
      mayWrite={hasAgentRole(visitor, ...reviewRights["write-templates"].roles)}
      typed={typed}
    />,
  );
}
