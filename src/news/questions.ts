import {
  type Application,
  addMessage,
  chainOf,
  findApplication,
  listMessages,
  type Message,
  markRead,
  tellApplicant,
} from "#src/life/index.ts";
import { act, hasAgentRole, type SignedVisitor, type Visitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

/** What agents see of a draft that somebody wrote about: who asks, for which scheme, and the messages. Never the draft. */
export interface Question {
  readonly application: string;
  readonly scheme: string;
  readonly framework: string;
  readonly organisation: string;
  readonly messages: readonly Message[];
}

/** Who reads and answers what is asked before a request is filed. */
export function mayAnswerQuestions(visitor: Visitor): boolean {
  return hasAgentRole(visitor, "officer", "supervisor");
}

/** The draft that was asked about; null where there is none, nothing was asked, or it was filed since. */
export function findQuestion(world: World, id: string): Promise<Question | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const asked = await askedAbout(tx, id);
    if (asked === null) return null;
    await markRead(tx, id, "funder", world.clock.now());
    const { scheme, framework, organisationName: organisation } = asked.application;
    return { application: id, scheme, framework, organisation, messages: asked.messages };
  });
}

async function askedAbout(
  tx: Tx,
  id: string,
): Promise<{ readonly application: Application; readonly messages: readonly Message[] } | null> {
  const application = await findApplication(tx, id);
  if (application?.state !== "draft") return null;
  const messages = await listMessages(tx, id);
  return messages.length === 0 ? null : { application, messages };
}

/** Answers, in one transaction with the mail; what colleagues were told of it counts as read. False where it is gone. */
export function answerQuestion(world: World, visitor: SignedVisitor, id: string, body: string): Promise<boolean> {
  return act(world, visitor, async ({ tx, at, note }) => {
    const asked = await askedAbout(tx, id);
    if (asked === null) return false;
    const { application, messages } = asked;
    const last = messages.at(-1);
    // The same form sent twice: the answer stands already.
    if (last?.side === "funder" && last.author === visitor.person.id && last.body === body) return true;
    await addMessage(tx, { applicationId: id, side: "funder", author: visitor.person.id, body, at });
    const lines = [
      "Le service a répondu à votre question :",
      body,
      "Votre brouillon n’a été lu par personne d’autre que vous.",
    ];
    await tellApplicant(world, tx, application, at, { subject: "Réponse à votre question", lines });
    await tx
      .updateTable("news")
      .set({ read_at: at })
      .where("application", "=", id)
      .where("read_at", "is", null)
      .execute();
    await note({ chain: chainOf(id), act: "message-sent", organisation: application.organisationId });
    return true;
  });
}
