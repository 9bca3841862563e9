import { idParam, type Routes, requireAgent } from "#src/people/web/index.ts";
import { text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { loadView } from "../file/file-loading.tsx";
import { reviewHref } from "../web/answer.tsx";
import type { ApplicationAct } from "../web/file-act.ts";
import { replyToProposal } from "./answer-proposal.ts";
import { KNOWINGLY } from "./correct.ts";
import { replyForm } from "./proposals-part.tsx";

/** An agent's answer to a correction that the applicant proposes. */
export function proposalRoutes(routes: Routes, world: World, act: ApplicationAct): void {
  routes.post(urls.reviewProposal.pattern, (c) => {
    requireAgent(c);
    const proposal = idParam(c, "proposal");
    return act(
      c,
      replyForm(proposal),
      (fields) =>
        text(fields, "reponse") === "accepter"
          ? "La correction est acceptée : le dossier a une nouvelle version, et le demandeur en est averti."
          : "La correction est refusée et le demandeur averti.",
      "propositions",
      (visitor, request, fields) =>
        replyToProposal(world, visitor, request, {
          proposal,
          accepted: text(fields, "reponse") === "accepter",
          reason: text(fields, "motif"),
          knowingly: text(fields, KNOWINGLY) === "vues",
        }),
    );
  });
  // Who comes back to the address of a refused answer is led to the file, if it is one that they may read.
  routes.get(urls.reviewProposal.pattern, async (c) => {
    const id = idParam(c, "id");
    await loadView(world, requireAgent(c), id);
    return c.redirect(reviewHref(id, "propositions"), 303);
  });
}
