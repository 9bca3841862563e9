import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { issueOnce } from "#src/life/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { loadFile } from "#src/reviews/index.ts";
import { decisionLetter } from "./decision-letter.ts";
import { findTold } from "./told.ts";

const payload = z.object({ application: z.uuid(), actor: z.string(), at: z.string() });

/** The letters of a decision, made after the act that notifies it. */
export function awardJobs(world: World): Jobs {
  return {
    "issue-award-letter": (given) => issueDecision(world, given, true),
    "issue-refusal-letter": (given) => issueDecision(world, given, false),
  };
}

const granted = { kind: "award-letter", name: "notification-aide", notice: "award-notified", suffix: "NA" } as const;
const refused = {
  kind: "refusal-letter",
  name: "notification-refus",
  notice: "refusal-notified",
  suffix: "NR",
} as const;

/** Issues the letter, then tells the applicant, the letter joined. Once, however often tried. */
async function issueDecision(world: World, given: unknown, favourable: boolean): Promise<void> {
  const { application: id, actor, at: text } = payload.parse(given);
  const at = Temporal.Instant.from(text);
  const { file, award } = await inTransaction(world.db, "system", async (tx) => {
    const loaded = await loadFile(tx, id, actor);
    return { file: loaded, award: loaded === null ? null : await findTold(tx, loaded.application) };
  });
  if (file === null || award === null) throw new Error(`no decision on ${id}`);
  const { data, pdf } = await decisionLetter(world.config, file, award, favourable, at);
  const { kind, name: title, notice, suffix } = favourable ? granted : refused;
  const number = `${file.application.number ?? id}-${suffix}`;
  await issueOnce(world, file.application, {
    kind,
    number,
    name: `${title}-${number}.pdf`,
    pdf,
    data,
    issuedAt: at,
    issuedBy: actor,
    notice,
  });
}
