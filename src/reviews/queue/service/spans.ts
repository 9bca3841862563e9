import { type RawBuilder, sql } from "kysely";
import { lifecycle, type Step } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { Facet } from "../filters/facet.ts";

/** A part of a file's way, from the last of some steps to the last of others. */
interface Span {
  /** As addresses name it. */
  readonly key: string;
  readonly label: string;
  readonly from: readonly Step[];
  readonly to: readonly Step[];
}

export const spans: readonly Span[] = [
  { key: "completude", label: "Complétude", from: ["submit"], to: ["declare-complete"] },
  {
    key: "instruction",
    label: "Instruction",
    from: ["declare-complete"],
    to: ["propose-favourable", "propose-unfavourable"],
  },
  {
    key: "validation",
    label: "Validation de l’avis",
    from: ["propose-favourable", "propose-unfavourable"],
    to: ["validate-favourable", "validate-unfavourable"],
  },
  {
    key: "vote",
    label: "Vote",
    from: ["validate-favourable", "validate-unfavourable"],
    to: ["award", "reject"],
  },
  { key: "notification", label: "Notification", from: ["award", "reject"], to: ["notify", "notify-refusal"] },
  { key: "convention", label: "Signature de la convention", from: ["notify"], to: ["sign"] },
  { key: "decision", label: "Du dépôt au vote", from: ["submit"], to: ["award", "reject"] },
];

/** How long the files that ended a span within a year took: the median, in days. */
export interface SpanFigure {
  readonly key: string;
  readonly year: number;
  readonly files: number;
  readonly days: number;
}

const factsOf = (steps: readonly Step[]) => steps.map((step) => lifecycle[step].fact);
const year = (at: RawBuilder<unknown>) => sql`extract(year FROM ${at} AT TIME ZONE 'Europe/Paris')::int`;

/** The spans that files ended in these years, from the journal, read once. */
export async function spanFigures(tx: Tx, years: readonly number[]): Promise<readonly SpanFigure[]> {
  const steps = [...new Set(spans.flatMap(({ from, to }) => [...from, ...to]))];
  const last = (of: readonly Step[]) =>
    sql`greatest(${sql.join(of.map((step) => sql`max(at) FILTER (WHERE act = ${lifecycle[step].fact})`))})`;
  const measured = spans.map(
    ({ key, from, to }) =>
      sql`SELECT ${key} AS key, ${last(from)} AS since, ${last(to)} AS until FROM taken GROUP BY chain`,
  );
  const { rows } = await sql<SpanFigure>`
    WITH taken AS MATERIALIZED (
      SELECT chain, act, at FROM journal WHERE chain LIKE 'application:%' AND act IN (${sql.join(factsOf(steps))})
    ), measured AS (${sql.join(measured, sql` UNION ALL `)})
    SELECT key, ${year(sql`until`)} AS year, count(*)::int AS files,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM until - since)))::float8 / 86400 AS days
    FROM measured WHERE since <= until AND ${year(sql`until`)} IN (${sql.join([...years])})
    GROUP BY 1, 2`.execute(tx);
  return rows;
}

/** Files by the span that they ended within a year: « instruction-2026 ». The figures of the service lead there. */
export const spanFacet: Facet = {
  name: "etape",
  label: "Étape franchie",
  options: () => [],
  knows: (value) => spanOf(value) !== null,
  unread: "n’est pas une étape que la liste connaît.",
  words: (value) => {
    const of = spanOf(value);
    return of === null ? null : `${of.span.label} en ${of.year}`;
  },
  condition: (values) => {
    const ended = values.flatMap((value) => spanOf(value) ?? []);
    return sql`a.id IN (${sql.join(
      ended.map(
        ({ span, year: in_ }) => sql`SELECT substr(j.chain, ${"application:".length + 1}::int)::uuid FROM journal j
          WHERE j.chain LIKE 'application:%' AND j.act IN (${sql.join(factsOf(span.to))})
          GROUP BY j.chain HAVING ${year(sql`max(j.at)`)} = ${in_}`,
      ),
      sql` UNION ALL `,
    )})`;
  },
  hidden: true,
};

function spanOf(value: string): { readonly span: Span; readonly year: number } | null {
  const [, key = "", in_ = ""] = /^([a-z]+)-(20\d\d)$/.exec(value) ?? [];
  const span = spans.find((one) => one.key === key);
  return span === undefined ? null : { span, year: Number(in_) };
}
