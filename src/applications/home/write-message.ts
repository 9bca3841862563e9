import {
  type ActRequest,
  type Application,
  addMessage,
  doAct,
  mayWriteMessage,
  type Outcome,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { lengthOf, oneLine } from "#text/index.ts";

/** Writes to the funder about a request; of a draft, agents read the message and nothing of the draft. */
export function writeMessage(world: World, visitor: SignedVisitor, given: ActRequest, body: string): Promise<Outcome> {
  const request = { ...given, version: null };
  const may = (application: Application) => mayWriteMessage(visitor, application);
  return doAct(world, visitor, "message-sent", request, may, async (tx, application, at) => {
    if (body === "") return { refusals: [{ path: "message", message: "Écrivez votre message." }] };
    if (lengthOf(body) > 10_000)
      return { refusals: [{ path: "message", message: "Raccourcissez ce message : 10 000 caractères au plus." }] };
    await addMessage(tx, { applicationId: application.id, side: "applicant", author: visitor.person.id, body, at });
    return { details: {}, excerpt: oneLine(body) };
  });
}
