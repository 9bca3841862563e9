import { readerOf, type SignedVisitor } from "#src/people/index.ts";
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
import { downloadResponse } from "#src/platform/http/download.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { answerProof } from "./acts.ts";
import { DeskPage, type DeskPageProps } from "./desk-page.tsx";
import { mayAnswerProofs, maySeeProofs } from "./may.ts";
import { listDesk, openPaper } from "./store.ts";

/** Where agents read what people gave, and answer. */
export function deskRoutes(routes: Routes, world: World): void {
  routes.get(urls.belongingDesk.pattern, (c) => answerDesk(c, world, requireReader(c), null));

  routes.post(urls.belongingAnswer.pattern, async (c) => {
    const visitor = requireReader(c);
    if (!mayAnswerProofs(visitor)) forbidden();
    const proof = idParam(c, "proof");
    const fields = await readForm(c);
    const said = text(fields, "reponse");
    const reason = text(fields, "motif");
    if (said !== "accepter" && said !== "refuser") {
      return answerDesk(c, world, visitor, { proof, message: "Acceptez ou refusez.", reason });
    }
    const outcome = await answerProof(world, visitor, proof, { accepted: said === "accepter", reason });
    if (typeof outcome === "object") return answerDesk(c, world, visitor, { proof, message: outcome.refused, reason });
    if (outcome === "absent") return notFound();
    if (outcome === "forbidden") return forbidden();
    if (outcome === "answered") setFlash(c, "success", "Votre réponse est enregistrée et la personne prévenue.");
    else setFlash(c, "info", "Un agent avait déjà répondu : rien n’a changé.");
    return c.redirect(urls.belongingDesk.href(), 303);
  });

  routes.get(urls.belongingAnswer.pattern, (c) => {
    requireReader(c);
    return c.redirect(urls.belongingDesk.href(), 303);
  });

  routes.get(urls.belongingPaper.pattern, async (c) => {
    const visitor = requireReader(c);
    const paper = await openPaper(world, visitor, idParam(c, "proof"));
    return paper === null ? notFound() : downloadResponse(world, paper, true);
  });
}

/** Agents who may see what was given; other agents are told no, anyone else finds nothing there. */
function requireReader(c: RequestContext): SignedVisitor {
  const visitor = requireAgent(c);
  return maySeeProofs(visitor) ? visitor : forbidden();
}

async function answerDesk(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  refused: DeskPageProps["refused"],
): Promise<Response> {
  const proofs = await inTransaction(world.db, readerOf(visitor), listDesk);
  return respondPage(
    c,
    world,
    {
      ...underQueue("Appartenances à vérifier"),
      status: refused === null ? 200 : 422,
    },
    <DeskPage proofs={proofs} mayAnswer={mayAnswerProofs(visitor)} refused={refused} />,
  );
}
