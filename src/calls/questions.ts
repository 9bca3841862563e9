import type { Temporal } from "temporal-polyfill";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { note, type Outcome } from "./act.ts";
import { isPublished, type PublishedCall, phaseOf, schemeOfCall } from "./call.ts";
import { readCall } from "./content.ts";
import { mailAnswer } from "./mails.ts";
import { mayOnCalls } from "./may.ts";
import { findCall } from "./store.ts";

/** A question as the funder sees it; answered, what everyone reads of it. */
export interface CallQuestion {
  readonly id: string;
  readonly body: string;
  readonly askedAt: Temporal.Instant;
  readonly answer: PublicAnswer | null;
}

/** A question without a name, and its answer. */
export interface PublicAnswer {
  readonly question: string;
  readonly answer: string;
  readonly publishedAt: Temporal.Instant;
}

export const LONGEST_QUESTION = 4_000;

/** Questions are asked once the call is published, until the day that it says, which counts. */
export function takesQuestions(call: PublishedCall, now: Temporal.Instant): boolean {
  const { content } = readCall(schemeOfCall(call), call.raw);
  const last = content.questionsUntil;
  return phaseOf(call, now) !== "closed" && last != null && legalDay(now).toString() <= last;
}

/** Asks a question of a call; false where it takes none any more. */
export function askQuestion(world: World, visitor: SignedVisitor, id: string, body: string): Promise<boolean> {
  return inTransaction(world.db, "system", async (tx) => {
    const call = await findCall(tx, { id });
    const at = world.clock.now();
    if (call === null || !isPublished(call) || !takesQuestions(call, at)) return false;
    await tx
      .insertInto("call_question")
      .values({ call_id: id, asked_by: visitor.person.id, body, asked_at: at.toString() })
      .execute();
    await note(tx, at, visitor, call, "call-question-asked");
    return true;
  });
}

/**
 * Publishes an answer, or the same one mended: with the question in words that name nobody. Who asked is told by mail the
 * first time, and not again when it is mended.
 */
export function answerQuestion(
  world: World,
  visitor: SignedVisitor,
  questionId: string,
  words: { readonly question: string; readonly answer: string },
): Promise<Outcome> {
  return inTransaction(world.db, "system", async (tx) => {
    if (!mayOnCalls(visitor, "see-desk")) return "absent";
    if (!mayOnCalls(visitor, "answer-questions")) return "forbidden";
    // The row is locked: of two answers at once, one is the first.
    const found = await tx
      .selectFrom("call_question as q")
      .leftJoin("person as p", "p.id", "q.asked_by")
      .leftJoin("call_answer as a", "a.question_id", "q.id")
      .select(["q.call_id", "p.email", "a.published_at"])
      .where("q.id", "=", questionId)
      .forUpdate("q")
      .executeTakeFirst();
    const call = found === undefined ? null : await findCall(tx, { id: found.call_id });
    if (found === undefined || call === null) return "absent";
    const at = world.clock.now();
    const values = { ...words, published_at: at.toString() };
    await tx
      .insertInto("call_answer")
      .values({ ...values, question_id: questionId, call_id: call.id })
      .onConflict((clash) => clash.column("question_id").doUpdateSet(values))
      .execute();
    await note(tx, at, visitor, call, "call-question-answered");
    if (found.published_at === null && found.email !== null) await mailAnswer(tx, world, call, found.email, words);
    return "done";
  });
}

export async function publicAnswers(tx: Tx, callId: string): Promise<readonly PublicAnswer[]> {
  return tx
    .selectFrom("call_answer")
    .select(["question", "answer", "published_at as publishedAt"])
    .where("call_id", "=", callId)
    .orderBy("published_at")
    .execute();
}

/** All questions asked of a call, those that wait first. */
export function questionsOf(world: World, visitor: SignedVisitor, callId: string): Promise<readonly CallQuestion[]> {
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const rows = await tx
      .selectFrom("call_question as q")
      .leftJoin("call_answer as a", "a.question_id", "q.id")
      .select(["q.id", "q.body", "q.asked_at", "a.question", "a.answer", "a.published_at"])
      .where("q.call_id", "=", callId)
      .orderBy("a.published_at", (order) => order.desc().nullsFirst())
      .orderBy("q.asked_at")
      .execute();
    return rows.map(({ id, body, asked_at: askedAt, question, answer, published_at: publishedAt }) => ({
      id,
      body,
      askedAt,
      answer: question === null || answer === null || publishedAt === null ? null : { question, answer, publishedAt },
    }));
  });
}
