import type { Declaration } from "../questions/form.ts";
import { itemCount, type Raw } from "../questions/raw.ts";
import type { Path } from "../rules/expression.ts";
import type { Values } from "../values/field.ts";
import type { CostSheet } from "./costs.ts";

/** How several organisations file one project together: who writes what, what is confirmed, what partners read. */
export interface Consortium {
  readonly provision: string;
  /** The list of the answers with an item an organisation: the lead, then its partners. */
  readonly each: Path;
  /** The field of an item that tells the lead from a partner, and its two values. */
  readonly role: { readonly field: string; readonly lead: string; readonly partner: string };
  /** Fields of an item that a partner writes itself, from its own account. */
  readonly writes: readonly string[];
  /** What a partner ticks when it confirms its part: `visible` is read at its item. */
  readonly confirms: readonly Declaration[];
  /** The paper that they all signed. */
  readonly agreement: string;
  /** Lines that partners read in part only: a person's pay is not theirs to know. */
  readonly discreet: DiscreetLines;
}

/** Of the lines of these headings, partners read these fields and no other. */
export interface DiscreetLines {
  readonly headings: readonly string[];
  readonly shown: readonly string[];
}

/** The name beside an item's answers that ties it to the organisation that writes it. No form asks for it. */
export const PARTNER_ID = "partnerId";

/** Where an organisation's part stands: `parties.2`; null where no item is tied to it. */
export function partAt(consortium: Consortium, raw: Raw, partnerId: string): string | null {
  const prefix = `${consortium.each.join(".")}.`;
  for (const [path, value] of Object.entries(raw)) {
    if (value === partnerId && path.startsWith(prefix) && path.endsWith(`.${PARTNER_ID}`)) {
      return path.slice(0, -PARTNER_ID.length - 1);
    }
  }
  return null;
}

/** A part of a project as it is typed. */
export interface PartHere {
  readonly path: string;
  readonly place: number;
  /** The invitation that it is tied to; null for the lead, and for a partner that nobody invited yet. */
  readonly partnerId: string | null;
  readonly isLead: boolean;
}

/** Every part of a project, in the order of the form. The first that does not say otherwise is the lead's. */
export function partsIn(consortium: Consortium, raw: Raw): readonly PartHere[] {
  const list = consortium.each.join(".");
  const { field, partner } = consortium.role;
  const count = itemCount(raw, list, { min: 1, max: 1_000 });
  return Array.from({ length: count }, (_, place): PartHere => {
    const path = `${list}.${place}`;
    const tied = raw[`${path}.${PARTNER_ID}`];
    const isTied = typeof tied === "string" && tied !== "";
    return { path, place, partnerId: isTied ? tied : null, isLead: !isTied && raw[`${path}.${field}`] !== partner };
  });
}

/** The answers without what ties parts to organisations: for a project taken up in another draft. */
export function withoutTies(raw: Raw): Raw {
  return Object.fromEntries(Object.entries(raw).filter(([path]) => !path.endsWith(`.${PARTNER_ID}`)));
}

/** A part's answers and nothing else, by field: what a confirmation bears on. */
export function partOf(consortium: Consortium, raw: Raw, path: string): Raw {
  const fields = consortium.writes.flatMap((field) => {
    const value = raw[`${path}.${field}`];
    return value === undefined || value.length === 0 ? [] : [[field, value] as const];
  });
  return Object.fromEntries(fields);
}

interface Shared {
  readonly consortium?: Consortium;
  readonly costs: Pick<CostSheet, "each" | "heading">;
}

/** The answers as partners read them: of the lines that tell a person's pay, only what may be shown. */
export function sharedRaw(scheme: Shared, raw: Raw): Raw {
  return Object.fromEntries(Object.entries(raw).filter(([path]) => isShared(scheme, raw, path)));
}

/** Whether partners read the answer at a path. */
export function isShared({ consortium, costs }: Shared, raw: Raw, path: string): boolean {
  if (consortium === undefined) return true;
  const prefix = `${costs.each.join(".")}.`;
  const { headings, shown } = consortium.discreet;
  const [, place, field] = splitLine(path, prefix) ?? [];
  if (place === undefined || field === undefined) return true;
  const heading = raw[`${prefix}${place}.${costs.heading}`];
  // A line whose heading is not told yet may be anyone's pay.
  const isOpen = typeof heading === "string" && heading !== "" && !headings.includes(heading);
  return isOpen || shown.includes(field) || field === costs.heading;
}

function splitLine(path: string, prefix: string): RegExpExecArray | null {
  return path.startsWith(prefix) ? /^(\d+)\.(.+)$/.exec(path.slice(prefix.length)) : null;
}

/** The answers at a part's item, null where there is none. */
export function partAnswers(consortium: Consortium, answers: Values, place: number): Values | null {
  const list = consortium.each.reduce<unknown>((of, step) => (of as Values | null | undefined)?.[step], answers);
  return Array.isArray(list) ? ((list as readonly Values[])[place] ?? null) : null;
}
