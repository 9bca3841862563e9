import type { Call } from "#src/calls/index.ts";
import { findCall } from "#src/calls/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { forbidden, idParam, notFound, type RequestContext, requireSignedIn, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { plural } from "#src/ui/index.ts";
import type { SelectionOutcome } from "../act.ts";
import type { BatchOutcome } from "../batch.ts";
import { maySelect, type SelectionAct } from "../may.ts";

/** The call of the path, for an agent who may read its selection. */
export async function loadCall(
  c: RequestContext,
  world: World,
  act: SelectionAct = "see",
): Promise<{ readonly visitor: SignedVisitor; readonly call: Call }> {
  const visitor = requireSignedIn(c);
  if (!maySelect(visitor, "see")) notFound();
  if (!maySelect(visitor, act)) forbidden();
  const id = idParam(c, "call");
  const call = await inTransaction(world.db, readerOf(visitor), (tx) => findCall(tx, { id }));
  return call === null || call.state !== "published" ? notFound() : { visitor, call };
}

/** What an act answered, said at the top of the page it leads to. */
export function answerAct(c: RequestContext, outcome: SelectionOutcome, done: string, back: string): Response {
  if (outcome === "absent") return notFound();
  if (outcome === "forbidden") return forbidden();
  if (outcome.done) setFlash(c, "success", done);
  else setFlash(c, "danger", outcome.why);
  return c.redirect(back, 303);
}

/** What a batch did, and what it left with the reasons. */
export function answerBatch(c: RequestContext, { done, left }: BatchOutcome, fact: string, back: string): Response {
  const said = `${plural(done, "dossier")} : ${fact}.`;
  const why = [...new Set(left.map(({ number, why: reason }) => `${number} : ${reason}`))].slice(0, 3).join(" ");
  if (left.length === 0)
    setFlash(c, done === 0 ? "info" : "success", done === 0 ? "Aucun dossier n’était prêt." : said);
  else setFlash(c, "warning", `${said} ${plural(left.length, "dossier reste", "dossiers restent")}. ${why}`);
  return c.redirect(back, 303);
}
