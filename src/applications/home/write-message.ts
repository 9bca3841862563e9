import {
  type ActRequest,
  type Application,
  addMessage,
  doAct,
  joinToMessage,
  mayWriteMessage,
  type Outcome,
  type SentFile,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { lengthOf, oneLine } from "#text/index.ts";

/** Writes to the funder about a request; of a draft, agents read the message and nothing of the draft. */
export function writeMessage(
  world: World,
  visitor: SignedVisitor,
  given: ActRequest,
  body: string,
  file: SentFile | null = null,
): Promise<Outcome> {
  const request = { ...given, version: null };
  const may = (application: Application) => mayWriteMessage(visitor, application);
  return doAct(world, visitor, "message-sent", request, may, async (tx, application, at) => {
    if (body === "") return { refusals: [{ path: "message", message: "Écrivez votre message." }] };
    if (lengthOf(body) > 10_000)
      return { refusals: [{ path: "message", message: "Raccourcissez ce message : 10 000 caractères au plus." }] };
    const by = visitor.person.id;
    const messageId = await addMessage(tx, { applicationId: application.id, side: "applicant", author: by, body, at });
    if (file !== null) await joinToMessage(world, tx, { applicationId: application.id, messageId, by, at }, file);
    return { details: file === null ? {} : { file: file.name }, excerpt: oneLine(body) };
  });
}
