import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { type Day, gridLines, type OpenScheme, questionsOf, sayDay, type Values } from "#policy/index.ts";
import type { Application } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { Refusal } from "../checks/finding.ts";
import { type Askable, type CompletionInput, isPaper } from "./completion.ts";

/** Whether the call of a file is over: what is asked from then on must leave every project as it was filed. */
export function isAfterClosing({ call }: Pick<Application, "call">, at: Temporal.Instant): boolean {
  return call !== null && at.epochMilliseconds >= call.closesAt.epochMilliseconds;
}

/**
 * What may still be asked then: papers that lack, and precisions. Nothing that a line of the grid reads, no amount, no
 * partner: projects that were filed together are assessed as they were filed.
 */
export function askableAfterClosing(
  scheme: OpenScheme,
  answers: Values,
  known: readonly Askable[],
): readonly Askable[] {
  const assessed = gridLines(scheme.grid)
    .flatMap(({ reads }) => reads)
    .map((path) => patternOf(path));
  const fixed = [
    scheme.costs.each,
    ...scheme.parties.flatMap(({ each, siret, name }) => (each ? [each] : [siret, name])),
  ]
    .map((path) => path.join("."))
    .map((path) => patternOf(`${path}.*`, true));
  const amounts = new Set(
    questionsOf(scheme.form, answers)
      .filter(({ question }) => question.control.kind === "money")
      .map(({ path }) => path),
  );
  return known.filter(({ path, isMissing }) => {
    if (isPaper(path)) return isMissing;
    return !amounts.has(path) && ![...assessed, ...fixed].some((pattern) => pattern.test(path));
  });
}

function patternOf(path: string, below = false): RegExp {
  const body = path.replaceAll(".", "\\.").replaceAll("*", below ? "[^.]+(?:\\..*)?" : "\\d+");
  return new RegExp(`^${body}$`);
}

/** Why a request made after the closing cannot leave: it asks for what is assessed, or gives one more time than others. */
export async function closingRefusals(
  tx: Tx,
  application: Application,
  input: Pick<CompletionInput, "items" | "dueOn">,
  known: readonly Askable[],
  allowed: readonly Askable[],
): Promise<readonly Refusal[]> {
  const may = new Set(allowed.map(({ path }) => path));
  const barred = known.filter(({ path }) => input.items.some((item) => item.path === path) && !may.has(path));
  const refusals: Refusal[] = barred.map(({ label }) => ({
    field: "champ",
    message: `L’appel est clos\u00a0: «\u202f${label}\u202f» ne se demande plus. Seules les pièces qui manquent et des précisions hors évaluation se demandent.`,
  }));
  const dueOn = await dueOfCall(tx, application);
  if (dueOn !== null && input.dueOn !== null && input.dueOn !== dueOn) {
    const message = `Le délai est le même pour tous les projets de l’appel\u00a0: ${sayDay(dueOn)}.`;
    refusals.push({ field: "echeance", message });
  }
  return refusals;
}

/** The day given to the first project of the call that was asked for more after its closing; null where none was. */
export async function dueOfCall(tx: Tx, { call }: Pick<Application, "call">): Promise<Day | null> {
  if (call === null) return null;
  const { rows } = await sql<{ due: Day }>`
    SELECT r.due_on AS due FROM completion_request r JOIN application a ON a.id = r.application_id
    WHERE a.call_id = ${call.id} AND r.asked_at >= ${call.closesAt.toString()}::timestamptz ORDER BY r.asked_at LIMIT 1`.execute(
    tx,
  );
  return rows[0]?.due ?? null;
}
