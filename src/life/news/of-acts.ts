import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { asServiceWithin } from "#src/platform/database/service-name.ts";
import type { World } from "#src/platform/world.ts";
import type { Application } from "../application.ts";
import { chainOf } from "../application.ts";
import { lifecycle } from "../lifecycle.ts";
import { stages } from "../stages.ts";
import { type NewsKind, newsKinds } from "./kinds.ts";
import { readNewsOn, settleNews } from "./read.ts";
import { tellNews } from "./tell.ts";

/** An act on a file, as the journal tells it. */
export interface ActDone {
  readonly application: Application;
  readonly fact: string;
  /** Which side acted. */
  readonly side: "applicant" | "funder";
  /** Null for the command line. */
  readonly actor: string | null;
  readonly at: Temporal.Instant;
  readonly details: Readonly<Record<string, unknown>>;
  /** First words of what was written. */
  readonly excerpt?: string;
  /** Place of the entry in the file's chain. */
  readonly position: number;
}

/** Who hears of an act: whoever holds the file (else the supervisors), who is given it, who gave the opinion… */
type Ear = "holder" | "given" | "opinion-giver" | "supervisors" | "reviewers";

interface Rule {
  readonly kind: NewsKind;
  readonly to: readonly Ear[];
  /** Of acts that both sides do, the side whose act is told. */
  readonly by?: ActDone["side"];
}

/** What agents hear of, by the fact that the journal writes. */
const rules: Readonly<Record<string, Rule>> = {
  "application-submitted": { kind: "filed", to: ["supervisors"] },
  "application-assigned": { kind: "assigned", to: ["given"] },
  "completion-answered": { kind: "answered", to: ["holder"] },
  "correction-proposed": { kind: "correction", to: ["holder"] },
  "message-sent": { kind: "message", to: ["holder"], by: "applicant" },
  "agreement-copy-signed": { kind: "signed-copy", to: ["holder"], by: "applicant" },
  "task-added": { kind: "task", to: ["given"] },
  "task-done": { kind: "task-done", to: ["given"] },
  "application-withdrawn": { kind: "withdrawn", to: ["holder"] },
  "favourable-opinion-given": { kind: "to-validate", to: ["supervisors"] },
  "unfavourable-opinion-given": { kind: "to-validate", to: ["supervisors"] },
  "opinion-sent-back": { kind: "sent-back", to: ["opinion-giver", "holder"] },
  "favourable-opinion-validated": { kind: "validated", to: ["opinion-giver", "holder"] },
  "unfavourable-opinion-validated": { kind: "validated", to: ["opinion-giver", "holder"] },
  "aid-awarded": { kind: "decided", to: ["holder"] },
  "aid-rejected": { kind: "decided", to: ["holder"] },
};

/** Once one supervisor has answered an opinion, or its author took it back, none is waited for. */
const answersAnOpinion = new Set([
  "opinion-sent-back",
  "opinion-taken-back",
  "favourable-opinion-validated",
  "unfavourable-opinion-validated",
]);

/** Of a draft, agents read what is written to them and nothing else: whoever reviews may answer. */
const question: Rule = { kind: "question", to: ["reviewers"], by: "applicant" };

/** Tells agents of an act, in its transaction: what is kept is told, and what is told was done. */
export async function tellOfAct(world: Pick<World, "config" | "origin">, tx: Tx, done: ActDone): Promise<void> {
  if (done.side === "funder" && done.actor !== null) await readNewsOn(tx, done.application.id, done.actor, done.at);
  if (answersAnOpinion.has(done.fact)) await settleNews(tx, done.application.id, "to-validate", done.at);
  const isQuestion = done.fact === "message-sent" && done.application.state === "draft";
  const rule = isQuestion ? question : rules[done.fact];
  if (rule?.by !== undefined && rule.by !== done.side) return;
  const { application, actor, at, details, position } = done;
  const news = { actor, at, about: `${chainOf(application.id)}#${position}`, application };
  if (rule !== undefined) {
    const reason = typeof details.reason === "string" ? details.reason : "";
    const to = await listeners(tx, rule.to, done);
    await tellNews(world, tx, { ...news, kind: rule.kind, to, excerpt: done.excerpt ?? reason });
  }
  // Whoever heard of it already, as holder or otherwise, is not told a second time.
  const excerpt = toldToFollowers(done.fact, rule);
  if (excerpt === null) return;
  await tellNews(world, tx, { ...news, kind: "followed", to: await followersOf(tx, application.id), excerpt });
}

/** What followers are told of an act: the state that a step leads to, else what its holder hears; null for the rest. */
function toldToFollowers(fact: string, rule: Rule | undefined): string | null {
  const step = Object.values(lifecycle).find((one) => one.fact === fact);
  if (step !== undefined) return stages[step.to].funder.label;
  return rule?.to.includes("holder") ? newsKinds[rule.kind].title : null;
}

/** Who follows a file: of each agent, the last word that the journal has. */
async function followersOf(tx: Tx, id: string): Promise<readonly string[]> {
  const rows = await asServiceWithin(tx, () =>
    tx
      .selectFrom("journal")
      .distinctOn("actor")
      .select(["actor", "act"])
      .modifyFront(plannedOnce)
      .where("chain", "=", chainOf(id))
      .where("act", "in", ["file-followed", "file-left"])
      .orderBy("actor")
      .orderBy("position", "desc")
      .execute(),
  );
  return rows.flatMap(({ actor, act }) => (act === "file-followed" && actor !== null ? [actor] : []));
}

async function listeners(tx: Tx, ears: readonly Ear[], { application, details }: ActDone): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const ear of ears) for (const person of await hears(tx, ear, application, details)) found.add(person);
  return [...found];
}

async function hears(
  tx: Tx,
  ear: Ear,
  application: Application,
  details: ActDone["details"],
): Promise<readonly string[]> {
  switch (ear) {
    case "holder":
      return application.assignedTo === null ? withRole(tx, "supervisor") : [application.assignedTo];
    case "given":
      return typeof details.to === "string" ? [details.to] : [];
    case "opinion-giver":
      return asServiceWithin(tx, async () => {
        const query = tx.selectFrom("opinion").select("given_by").where("application_id", "=", application.id);
        const last = await query.orderBy("given_at", "desc").limit(1).executeTakeFirst();
        return last?.given_by == null ? [] : [last.given_by];
      });
    case "supervisors":
      return withRole(tx, "supervisor");
    case "reviewers":
      return withRole(tx, "officer", "supervisor");
  }
}

async function withRole(tx: Tx, ...roles: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.selectFrom("agent_role").select("person_id").where("role", "in", roles).execute();
  return rows.map((row) => row.person_id);
}
