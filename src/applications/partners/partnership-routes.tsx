import { readKey } from "#src/life/web/index.ts";
import { forbidden, idParam, notFound, type Routes, requireSignedIn, setFlash } from "#src/people/web/index.ts";
import { downloadResponse } from "#src/platform/http/download.ts";
import { readForm } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { leaveProject } from "./confirm.ts";
import { here, load, mayWrite } from "./guard.ts";
import { answerInvitation, receiveAnswer } from "./invitation-routes.tsx";
import { answerPart, answerProject, confirm, keepPart } from "./part-routes.tsx";
import { findOwnPartner } from "./project.ts";

/** The partner's side: answer an invitation, read the project, write one's part, confirm it, leave. */
export function partnershipRoutes(routes: Routes, world: World): void {
  routes.get(urls.partnerInvitation.pattern, (c) => answerInvitation(c, world, { token: c.req.param("token") ?? "" }));
  routes.post(urls.partnerInvitation.pattern, (c) => receiveAnswer(c, world, { token: c.req.param("token") ?? "" }));
  routes.post(urls.partnershipAnswer.pattern, (c) => {
    const visitor = requireSignedIn(c);
    return receiveAnswer(c, world, { partnerId: idParam(c, "partner"), visitor });
  });
  routes.get(urls.partnership.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const partnerId = idParam(c, "partner");
    const partner = await findOwnPartner(world, visitor, partnerId);
    if (partner === null || partner.endedAt !== null) return notFound();
    if (partner.acceptedAt === null) return answerInvitation(c, world, { partnerId, visitor });
    return answerProject(c, world, await load(c, world), [], []);
  });
  routes.get(urls.partnershipPart.pattern, async (c) => {
    const project = await load(c, world);
    if (!mayWrite(requireSignedIn(c), project)) return c.redirect(here(project), 303);
    return answerPart(c, world, project, [], c.req.query("verifier") !== undefined);
  });
  routes.post(urls.partnershipPart.pattern, (c) => keepPart(c, world));
  routes.post(urls.partnershipConfirmation.pattern, (c) => confirm(c, world));
  routes.post(urls.partnershipLeaving.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const outcome = await leaveProject(world, visitor, idParam(c, "partner"), readKey(await readForm(c)));
    if (outcome.kind !== "done") return outcome.kind === "forbidden" ? forbidden() : notFound();
    setFlash(c, "success", "Vous ne prenez plus part à ce projet. Le chef de file est prévenu.");
    return c.redirect(outcome.location, 303);
  });
  routes.get(urls.partnershipAgreement.pattern, async (c) => {
    const project = await load(c, world);
    const paper = project.papers.findLast(({ document }) => document === project.consortium.agreement);
    if (paper === undefined || paper.scan === "infected" || paper.scan === "pending") return notFound();
    return downloadResponse(world, paper, true);
  });
  // An act that was refused leaves its own address in the bar: read again, it leads back to the project.
  for (const act of [urls.partnershipAnswer, urls.partnershipConfirmation, urls.partnershipLeaving]) {
    routes.get(act.pattern, async (c) => {
      const partner = await findOwnPartner(world, requireSignedIn(c), idParam(c, "partner"));
      return partner === null ? notFound() : c.redirect(urls.partnership.href({ partner: partner.id }), 303);
    });
  }
}
