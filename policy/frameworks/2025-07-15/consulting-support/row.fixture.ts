import type { Status } from "../../../engine/rules/truth.ts";
import { day } from "../../../engine/values/day.ts";
import { type Money, toDecimal } from "../../../engine/values/money.ts";
import type { Row } from "./boundaries.fixture.ts";
import { evaluateWith, type Rules } from "./reading.fixture.ts";

/** What a row of the boundaries expects, written as one text. */
export function expectedOf(row: Row): string {
  const { differs = {}, missing = [], doubts = [], region = 910_000, own = 390_000 } = row;
  return lines(differs, missing, doubts, region, own);
}

/** What the rules say of a row, written the same way. */
export function foundIn(row: Row, rules: Rules): string {
  const today = day(row.today ?? "2026-03-02");
  const context = row.closed === undefined ? { today } : { today, closedDoubts: row.closed };
  const { criteria, missing, doubts, funding } = evaluateWith(rules, row.facts, context);
  const differs: Record<string, Status[]> = {};
  for (const { id, status } of criteria) {
    differs[id] ??= [];
    differs[id].push(status);
  }
  for (const [id, statuses] of Object.entries(differs)) {
    if (statuses.every((status) => status === "met")) delete differs[id];
  }
  const raised = [...new Set(doubts.map((doubt) => doubt.id))];
  return lines(differs, missing, raised, funding.aid, funding.ownContribution);
}

function lines(
  differs: Readonly<Record<string, readonly Status[]>>,
  missing: readonly string[],
  doubts: readonly string[],
  region: number | null,
  own: number | null,
): string {
  const money = (amount: number | null) => (amount === null ? "?" : toDecimal(amount as Money));
  return [
    ...Object.entries(differs)
      .map(([id, statuses]) => `${id} ${statuses.join(" ")}`)
      .sort(),
    `missing ${[...missing].sort().join(" ")}`,
    `doubts ${[...doubts].sort().join(" ")}`,
    `region ${money(region)} own ${money(own)}`,
  ].join("\n");
}
