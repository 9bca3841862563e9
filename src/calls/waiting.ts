import { sql } from "kysely";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { Call } from "./call.ts";
import { mayOnCalls, mayPublish } from "./may.ts";
import { listCalls } from "./store.ts";

/** The calls that wait for this visitor to publish them: whole, proposed by somebody else. */
export async function callsToPublish(tx: Tx, visitor: SignedVisitor): Promise<readonly Pick<Call, "id" | "title">[]> {
  return (await listCalls(tx)).filter((call) => call.state === "proposed" && mayPublish(visitor, call));
}

/** A call whose page waits for answers: how many questions, how many notes before a file. */
export interface CallToAnswer {
  readonly id: string;
  readonly title: string;
  readonly questions: number;
  readonly notes: number;
}

/** The calls where something asked has no answer yet, for who may answer. */
export async function callsToAnswer(tx: Tx, visitor: SignedVisitor): Promise<readonly CallToAnswer[]> {
  if (!mayOnCalls(visitor, "answer-questions")) return [];
  const asked = await tx
    .selectFrom("call as c")
    .select(({ selectFrom }) => [
      "c.id",
      "c.title",
      selectFrom("call_question as q")
        .leftJoin("call_answer as a", "a.question_id", "q.id")
        .select(sql<number>`count(*)::integer`.as("count"))
        .whereRef("q.call_id", "=", "c.id")
        .where("a.question_id", "is", null)
        .as("questions"),
      selectFrom("call_note as n")
        .select(sql<number>`count(*)::integer`.as("count"))
        .whereRef("n.call_id", "=", "c.id")
        .where("n.answered_at", "is", null)
        .as("notes"),
    ])
    .orderBy("c.closes_at")
    .execute();
  return asked
    .map(({ questions, notes, ...call }) => ({ ...call, questions: questions ?? 0, notes: notes ?? 0 }))
    .filter(({ questions, notes }) => questions + notes > 0);
}
