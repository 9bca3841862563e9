import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { findApplications, issueAll, seatsOf } from "#src/life/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { enqueueAll, type Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { decisionLetter } from "./decision-letter.ts";
import { findAllTold } from "./told.ts";

/** One file, or those of one act on many. */
const payload = z.union([
  z.object({
    application: z.uuid(),
    actor: z.string(),
    at: z.string(),
    again: z.object({ rank: z.number(), replaces: z.string() }).optional(),
  }),
  z.object({ applications: z.array(z.uuid()), actor: z.string(), at: z.string() }),
]);

interface Notified {
  readonly actor: string;
  readonly at: string;
  /** Where a vote is told anew: which letter of the file it is, and the day of the one it replaces. */
  readonly again?: { readonly rank: number; readonly replaces: string } | undefined;
}

/** The letters of a decision, made after the act that notifies it. */
export function awardJobs(world: World): Jobs {
  return {
    "issue-award-letter": (given) => issueDecisions(world, given, true),
    "issue-refusal-letter": (given) => issueDecisions(world, given, false),
  };
}

const granted = { kind: "award-letter", name: "notification-aide", notice: "award-notified", suffix: "NA" } as const;
const refused = {
  kind: "refusal-letter",
  name: "notification-refus",
  notice: "refusal-notified",
  suffix: "NR",
} as const;

/** Issues letters, then tells the applicants, each with its letter joined. Once, however often tried. */
async function issueDecisions(world: World, given: unknown, favourable: boolean): Promise<void> {
  const { actor, at, ...of } = payload.parse(given);
  const notified = { actor, at, again: "again" in of ? of.again : undefined };
  const ids = "application" in of ? [of.application] : of.applications;
  try {
    await issueGroup(world, ids, notified, favourable);
  } catch (error) {
    const [, another] = ids;
    if (another === undefined) throw error;
    // One letter that cannot be made must not keep the others back.
    world.log.warn({ err: error, letters: ids.length }, "letters of one act are taken up one by one");
    const job = `issue-${(favourable ? granted : refused).kind}`;
    const alone = ids.map((application) => ({ application, ...notified }));
    await inTransaction(world.db, "system", (tx) => enqueueAll(tx, job, alone));
  }
}

async function issueGroup(
  world: World,
  ids: readonly string[],
  { actor, at: text, again }: Notified,
  favourable: boolean,
): Promise<void> {
  const at = Temporal.Instant.from(text);
  const decided = await inTransaction(world.db, "system", async (tx) => {
    const applications = await findApplications(tx, ids);
    const awards = await findAllTold(tx, applications);
    const organisations = applications.map(({ organisationId }) => organisationId);
    const seats = await seatsOf(tx, organisations);
    return applications.flatMap((application) => {
      const award = awards.get(application.id);
      return award === undefined ? [] : [{ application, award, seat: seats.get(application.organisationId) ?? null }];
    });
  });
  if (decided.length < ids.length) throw new Error(`no decision on one of ${ids.join(", ")}`);
  const { kind, name: title, notice, suffix } = favourable ? granted : refused;
  const letters = decided.map(async ({ award, ...file }) => {
    const { application } = file;
    const { data, pdf } = await decisionLetter(
      world.config,
      { ...file, replaces: again?.replaces },
      award,
      favourable,
      at,
    );
    const number = `${application.number ?? application.id}-${suffix}${again?.rank ?? ""}`;
    const name = `${title}-${number}.pdf`;
    return { application, leaving: { kind, number, name, pdf, data, issuedAt: at, issuedBy: actor, notice } };
  });
  await issueAll(world, await Promise.all(letters));
}
