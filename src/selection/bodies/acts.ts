import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { act, holding, onceBecause, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { asServiceWithin } from "#src/platform/database/service-name.ts";
import { postMail, postMails } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { actOnCall, refused, type SelectionOutcome } from "../act.ts";
import type { Sense } from "../candidate.ts";
import { type Body, bodiesOf, bodyName, OPINION_OPEN } from "../may.ts";

/** The body in whose name a visitor speaks on a file of a call that it instructs; null where they speak for none. */
async function bodyOn(world: World, visitor: SignedVisitor, applicationId: string): Promise<Body | null> {
  const bodies = bodiesOf(visitor);
  if (bodies.length === 0) return null;
  const { rows } = await inTransaction(world.db, readerOf(visitor), (tx) =>
    sql<{ body: Body }>`SELECT b.body FROM application a JOIN call c ON c.id = a.call_id
      CROSS JOIN unnest(${[...bodies]}::text[]) AS b (body)
      WHERE a.id = ${applicationId} AND c.raw -> 'bodies' ? b.body`.execute(tx),
  );
  return rows[0]?.body ?? null;
}

async function isOpen(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom("application").select("state").where("id", "=", id).executeTakeFirst();
  return row !== undefined && OPINION_OPEN.includes(row.state);
}

/** The opinion of a body on a file of its call. The last one counts, earlier ones stay. */
export async function giveBodyOpinion(
  world: World,
  visitor: SignedVisitor,
  applicationId: string,
  input: { readonly sense: Sense | null; readonly words: string },
): Promise<SelectionOutcome> {
  const body = await bodyOn(world, visitor, applicationId);
  if (body === null) return "absent";
  const { sense, words } = input;
  if (sense === null) return refused("sense", "Choisissez le sens de votre avis.");
  if (words === "") return refused("words", "Motivez votre avis en quelques phrases.");
  if (words.length > 8_000) return refused("words", "8\u202f000 caractères au plus.");
  return act(world, visitor, async ({ tx, at, note }) => {
    if (!(await isOpen(tx, applicationId))) return refused("sense", "Le comité a déjà décidé de ce dossier.");
    await tx
      .insertInto("body_opinion")
      .values({ application_id: applicationId, body, sense, words, given_by: visitor.person.id, given_at: at })
      .execute();
    await note({
      chain: `application:${applicationId}`,
      act: "body-opinion-given",
      organisation: null,
      details: { body, sense },
      visible: false,
    });
    return { done: true };
  });
}

/** A question to the officer who holds the file, told to them by mail. */
export async function askOfficer(
  world: World,
  visitor: SignedVisitor,
  applicationId: string,
  question: string,
): Promise<SelectionOutcome> {
  const body = await bodyOn(world, visitor, applicationId);
  if (body === null) return "absent";
  if (question === "") return refused("question", "Écrivez votre question.");
  if (question.length > 4_000) return refused("question", "4\u202f000 caractères au plus.");
  return act(world, visitor, async ({ tx, at, note }) => {
    await tx
      .insertInto("body_question")
      .values({ application_id: applicationId, body, question, asked_by: visitor.person.id, asked_at: at })
      .execute();
    await note({
      chain: `application:${applicationId}`,
      act: "body-question-asked",
      organisation: null,
      details: { body },
      visible: false,
    });
    await tellQuestion(world, tx, at, { applicationId, body, question });
    return { done: true };
  });
}

/** Whoever holds the file is told of a question; of one that nobody holds, all who may give it to somebody. */
async function tellQuestion(
  world: World,
  tx: Tx,
  at: Temporal.Instant,
  { applicationId, body, question }: { readonly applicationId: string; readonly body: Body; readonly question: string },
): Promise<void> {
  await asServiceWithin(tx, async () => {
    const file = await tx
      .selectFrom("application")
      .select(["number", "call_id as call", "assigned_to as holder"])
      .where("id", "=", applicationId)
      .executeTakeFirstOrThrow();
    if (file.call === null) return;
    const people = await tx
      .selectFrom("person")
      .select("email")
      .where((eb) =>
        file.holder !== null
          ? eb("id", "=", file.holder)
          : eb("id", "in", eb.selectFrom("agent_role").select("person_id").where("role", "=", "supervisor")),
      )
      .execute();
    // To where it is answered.
    const link = `${world.origin}${urls.candidate.href({ call: file.call, id: applicationId })}`;
    const subject = `${bodyName(body)}\u00a0: une question sur ${file.number ?? "un dossier"}`;
    const why = holding(
      file.holder === null ? "encadrez l’instruction, et que personne ne tient ce dossier" : "instruisez ce dossier",
    );
    await postMails(
      world,
      tx,
      at,
      people.map(({ email: to }) => ({ to, subject, paragraphs: [question, link], why })),
    );
  });
}

/** The officer's answer to a body's question. */
export function answerBody(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  applicationId: string,
  questionId: string,
  answer: string,
): Promise<SelectionOutcome> {
  return actOnCall(world, visitor, callId, "answer-body", async ({ tx, at, note }) => {
    if (answer === "") return refused("answer", "Écrivez votre réponse.");
    const row = await tx
      .updateTable("body_question as q")
      .from("person as p")
      .set({ answer, answered_by: visitor.person.id, answered_at: at })
      .where("q.id", "=", questionId)
      .where("q.application_id", "=", applicationId)
      .whereRef("p.id", "=", "q.asked_by")
      .returning(["p.email", "q.question"])
      .executeTakeFirst();
    if (row === undefined) return "absent";
    await note("body-answered", { application: applicationId, question: questionId });
    const link = `${world.origin}${urls.bodyApplication.href({ id: applicationId })}`;
    await postMail(world, tx, at, {
      to: row.email,
      subject: "Une réponse à votre question",
      paragraphs: [row.question, answer, link],
      why: onceBecause("vous avez posé cette question"),
    });
    return { done: true };
  });
}
