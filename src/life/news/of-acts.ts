import { sql } from "kysely";
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
import { readNewsOnAll, settleNews } from "./read.ts";
import { type News, tellAllNews } from "./tell.ts";

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
export function tellOfAct(world: Pick<World, "config" | "origin">, tx: Tx, done: ActDone): Promise<void> {
  return tellOfActs(world, tx, [done]);
}

/** The same for one act on several files: one author, one instant. */
export async function tellOfActs(
  world: Pick<World, "config" | "origin">,
  tx: Tx,
  all: readonly ActDone[],
): Promise<void> {
  const [first] = all;
  if (first === undefined) return;
  const { actor, at } = first;
  const ids = (some: readonly ActDone[]) => some.map(({ application }) => application.id);
  const byFunder = all.filter(({ side }) => side === "funder");
  if (actor !== null && byFunder.length > 0) await readNewsOnAll(tx, ids(byFunder), actor, at);
  const answers = all.filter(({ fact }) => answersAnOpinion.has(fact));
  if (answers.length > 0) await settleNews(tx, ids(answers), "to-validate", at);
  const heard = all
    .map((done) => ({ done, rule: ruleOf(done) }))
    .filter(({ done, rule }) => rule?.by === undefined || rule.by === done.side);
  const withRoles = rolesOnce(tx);
  const news: News[] = [];
  for (const { done, rule } of heard) {
    if (rule === undefined) continue;
    const reason = typeof done.details.reason === "string" ? done.details.reason : "";
    const to = await listeners(tx, rule.to, done, withRoles);
    news.push({ ...newsOf(done), kind: rule.kind, to, excerpt: done.excerpt ?? reason });
  }
  await tellAllNews(world, tx, news);
  // Whoever heard of it already, as holder or otherwise, is not told a second time.
  const followed = heard.flatMap(({ done, rule }) => {
    const excerpt = toldToFollowers(done.fact, rule);
    return excerpt === null ? [] : [{ done, excerpt }];
  });
  const followers = await followersOf(tx, ids(followed.map(({ done }) => done)));
  await tellAllNews(
    world,
    tx,
    followed.map(({ done, excerpt }) => ({
      ...newsOf(done),
      kind: "followed",
      to: followers.get(chainOf(done.application.id)) ?? [],
      excerpt,
    })),
  );
}

function ruleOf({ fact, application }: ActDone): Rule | undefined {
  return fact === "message-sent" && application.state === "draft" ? question : rules[fact];
}

function newsOf({ application, actor, at, position }: ActDone) {
  return { actor, at, about: `${chainOf(application.id)}#${position}`, application };
}

/** What followers are told of an act: the state that a step leads to, else what its holder hears; null for the rest. */
function toldToFollowers(fact: string, rule: Rule | undefined): string | null {
  const step = Object.values(lifecycle).find((one) => one.fact === fact);
  if (step !== undefined) return stages[step.to].funder.label;
  return rule?.to.includes("holder") ? newsKinds[rule.kind].title : null;
}

/** Who follows files, by their chains: of each agent, the last word that the journal has. */
async function followersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await asServiceWithin(tx, () =>
    tx
      .selectFrom("journal")
      .distinctOn(["chain", "actor"])
      .select(["chain", "actor", "act"])
      .modifyFront(plannedOnce)
      .where("chain", "=", sql<string>`ANY (${ids.map(chainOf)})`)
      .where("act", "in", ["file-followed", "file-left"])
      .orderBy("chain")
      .orderBy("actor")
      .orderBy("position", "desc")
      .execute(),
  );
  const followers = new Map<string, string[]>();
  for (const { chain, actor, act } of rows) {
    if (act !== "file-followed" || actor === null) continue;
    followers.set(chain, [...(followers.get(chain) ?? []), actor]);
  }
  return followers;
}

type WithRoles = (...roles: readonly string[]) => Promise<readonly string[]>;

async function listeners(
  tx: Tx,
  ears: readonly Ear[],
  done: ActDone,
  withRoles: WithRoles,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const ear of ears) for (const person of await hears(tx, ear, done, withRoles)) found.add(person);
  return [...found];
}

async function hears(
  tx: Tx,
  ear: Ear,
  { application, details }: ActDone,
  withRoles: WithRoles,
): Promise<readonly string[]> {
  switch (ear) {
    case "holder":
      return application.assignedTo === null ? withRoles("supervisor") : [application.assignedTo];
    case "given":
      return typeof details.to === "string" ? [details.to] : [];
    case "opinion-giver":
      return asServiceWithin(tx, async () => {
        const query = tx.selectFrom("opinion").select("given_by").where("application_id", "=", application.id);
        const last = await query.orderBy("given_at", "desc").limit(1).executeTakeFirst();
        return last?.given_by == null ? [] : [last.given_by];
      });
    case "supervisors":
      return withRoles("supervisor");
    case "reviewers":
      return withRoles("officer", "supervisor");
  }
}

/** Who has one of these roles, read once for all the files of an act. */
function rolesOnce(tx: Tx): WithRoles {
  const read = new Map<string, Promise<readonly string[]>>();
  return (...roles) => {
    const people = read.get(roles.join(" ")) ?? withRole(tx, roles);
    read.set(roles.join(" "), people);
    return people;
  };
}

async function withRole(tx: Tx, roles: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.selectFrom("agent_role").select("person_id").where("role", "in", roles).execute();
  return rows.map((row) => row.person_id);
}
