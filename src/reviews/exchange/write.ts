import {
  type ActRequest,
  type Application,
  addMessage,
  joinToMessage,
  type Outcome,
  type SentFile,
  tellApplicant,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import type { Refusal } from "../checks/finding.ts";
import { refused } from "../checks/refused.ts";
import { reviewAddition } from "../reviewing.ts";

/** What is written, or how it is made of the file; a refusal where the file lacks what it names. */
export type MessageBody = string | ((application: Application) => string | Refusal);

/** A letter of a few lines to the applicant, kept in the file and told by mail. */
export function writeToApplicant(
  world: World,
  visitor: SignedVisitor,
  request: Omit<ActRequest, "version">,
  written: MessageBody,
  file: SentFile | null = null,
): Promise<Outcome> {
  return reviewAddition(world, visitor, "write-message", "message-sent", request, async (tx, application, at) => {
    const body = typeof written === "string" ? written : written(application);
    if (typeof body !== "string") return refused([body]);
    const bad = badText(body, "message");
    if (bad !== null) return refused([bad]);
    const by = visitor.person.id;
    const messageId = await addMessage(tx, { applicationId: application.id, side: "funder", author: by, body, at });
    if (file !== null) await joinToMessage(world, tx, { applicationId: application.id, messageId, by, at }, file);
    await tellApplicant(world, tx, application, at, {
      subject: "Un message au sujet de votre demande",
      lines: [
        "Le service qui instruit votre demande vous a écrit. Vous pouvez lui répondre depuis votre espace :",
        body,
      ],
    });
    return { visibleToApplicant: true, details: file === null ? {} : { file: file.name } };
  });
}

/** A note that only the funder's agents read. */
export function writeNote(
  world: World,
  visitor: SignedVisitor,
  request: Omit<ActRequest, "version">,
  body: string,
): Promise<Outcome> {
  return reviewAddition(world, visitor, "write-note", "note-written", request, async (tx, application, at) => {
    const bad = badText(body, "note");
    if (bad !== null) return refused([bad]);
    await tx
      .insertInto("internal_note")
      .values({ application_id: application.id, author: visitor.person.id, body, written_at: at })
      .execute();
    return {};
  });
}

function badText(body: string, field: string): Refusal | null {
  if (body === "") return { field, message: "Écrivez votre texte avant de l’envoyer." };
  return body.length > 10_000 ? { field, message: "Le texte dépasse 10 000 caractères." } : null;
}
