import { cents, frameworkByVersion, type OpenScheme, type ScoredGridLine } from "#policy/index.ts";
import { type Call, type CallOfApplication, readCall, schemeOfCall, underCall } from "#src/calls/index.ts";
import type { Application } from "#src/life/index.ts";
import type { Ask, Envelope, EnvelopePart } from "./ranking/line.ts";
import type { Rules } from "./standing.ts";

/** What a call says of its selection. */
export function rulesOf(call: Pick<Call, "id" | "version" | "scheme" | "framework" | "raw">): Rules {
  const bare = schemeOfCall(call);
  const { content, weights } = readCall(bare, call.raw);
  const scheme = underCall(bare, call);
  const scored: readonly ScoredGridLine[] =
    scheme.grid.kind === "scored" ? scheme.grid.headings.flatMap(({ lines }) => lines) : [];
  const isUnmarked = scored.length === 0;
  const weighed = scored.map(({ id, weight }) => ({ id, weight: weights[id] ?? weight }));
  const central = new Set(scored.filter(({ must }) => must === "highest").map(({ id }) => id));
  return {
    scheme,
    lines: weighed,
    most: scheme.grid.kind === "scored" ? scheme.grid.scale.most : null,
    central: weighed.filter(({ id }) => central.has(id)),
    centralTitle: centralTitle(scheme),
    assessors: content.assessors ?? 1,
    conflictLimit: content.conflictLimit ?? null,
    threshold: content.threshold ?? null,
    // Where nothing is marked, nothing of marks tells files apart: neither does the order in which they came.
    tieRule: content.tieRule == null || (isUnmarked && content.tieRule === "spreading") ? "committee" : content.tieRule,
    envelopes: (content.envelope ?? []).flatMap(({ funder, year, section, committed }) =>
      funder == null || year == null || committed == null
        ? []
        : [{ funder, year, section: section ?? null, amount: committed }],
    ),
    bodies: content.bodies ?? [],
  };
}

/** The same of the call that a file answers: its version, whatever the file's own. */
export function rulesOfApplication({
  scheme,
  framework,
  call,
}: Pick<Application, "scheme" | "framework"> & { readonly call: CallOfApplication }): Rules {
  return rulesOf({ scheme, framework, ...call });
}

function centralTitle({ grid }: Pick<OpenScheme, "grid">): string {
  if (grid.kind !== "scored") return "";
  return grid.headings.find(({ lines }) => lines.some(({ must }) => must === "highest"))?.title ?? "";
}

/**
 * What a file asks of each funder that its scheme names, by the envelope that it draws on. `invested`: the share of the
 * costs that is for investments, which each funder's aid follows.
 */
export function asksOf(
  scheme: Pick<OpenScheme, "course">,
  sources: readonly { readonly source: string; readonly kind: string; readonly amount: number | null }[],
  invested: number,
): readonly Ask[] {
  const { after } = scheme.course;
  return sources
    .filter(({ kind, amount }) => kind === "aid" && amount !== null && amount > 0)
    .map(({ source, amount }) => ({
      funder: after !== undefined && source === after.source ? after.envelope : source,
      amount: cents(amount ?? 0),
      ...(invested === 0 ? null : { investment: Math.round((amount ?? 0) * invested) }),
    }));
}

/** « Région 2026, investissement »: an envelope, as those who spend it call it. */
export function envelopeName(framework: string, { funder, year, section }: Omit<Envelope, "amount">): string {
  return [`${funderName(framework, funder)} ${year}`, ...(section === null ? [] : [partWords[section]])].join(", ");
}

/** « Région, investissement »: whose money is short. */
export function shortName(framework: string, { funder, section }: Pick<Envelope, "funder" | "section">): string {
  return [funderName(framework, funder), ...(section === null ? [] : [partWords[section]])].join(", ");
}

const partWords: Readonly<Record<EnvelopePart, string>> = { running: "fonctionnement", investment: "investissement" };

/** « Région », « FSE+ 2021-2027 »: a funder as the version of the text names it. */
export function funderName(framework: string, code: string): string {
  const source = frameworkByVersion(framework)?.sources.find((one) => one.code === code);
  return source?.label ?? code;
}
