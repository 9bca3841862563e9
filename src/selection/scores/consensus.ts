import type { OpenScheme } from "#policy/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { actOnCall } from "../act.ts";
import { areIn, type Candidate, type Consensus } from "../candidate.ts";
import { rulesOf } from "../rules.ts";
import { isChanged, sayChanged } from "../seen.ts";
import { findCandidate } from "../store.ts";
import { readSheet } from "./sheet.ts";

export interface TypedConsensus {
  readonly line: string;
  /** A mark, or an answer of a grid judged in words. */
  readonly value: string;
  readonly reason: string;
}

export interface ConsensusInput {
  /** The day of the meeting; null where it cannot be read. */
  readonly heldOn: string | null;
  readonly lines: readonly TypedConsensus[];
  /** What the form was made from; absent where no page showed it. */
  readonly seen?: string | null;
}

export type ConsensusOutcome =
  | { readonly done: true }
  /** By field, each line with what it lacks. */
  | { readonly done: false; readonly errors: ReadonlyMap<string, string> }
  | "absent"
  | "forbidden";

/** What the assessors settled in one meeting, each line with its mark and its reason: only once all the sheets are in. */
export function recordConsensus(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  applicationId: string,
  input: ConsensusInput,
): Promise<ConsensusOutcome> {
  return actOnCall(world, visitor, callId, "record-consensus", async ({ tx, at, call, note }) => {
    const rules = rulesOf(call);
    const candidate = await findCandidate(tx, applicationId);
    if (candidate === null) return "absent";
    const closed = closedWhy(candidate, rules.assessors);
    if (closed !== null) return { done: false, errors: new Map([["heldOn", closed]]) };
    const read = readConsensus(rules.scheme, candidate, input, legalDay(at).toString());
    if ("errors" in read) return { done: false, errors: read.errors };
    for (const { line, mark, answer, reason, heldOn } of read.lines) {
      const kept = { mark, answer, reason, held_on: heldOn, recorded_by: visitor.person.id, recorded_at: at };
      await tx
        .insertInto("score_consensus")
        .values({ application_id: applicationId, line, ...kept })
        .onConflict((clash) => clash.columns(["application_id", "line"]).doUpdateSet(kept))
        .execute();
      await note("consensus-recorded", { application: applicationId, line, value: answer ?? mark, heldOn });
    }
    return { done: true };
  });
}

function closedWhy(candidate: Candidate, assessors: number): string | null {
  if (candidate.state !== "admitted") return "L’évaluation de ce dossier est close.";
  return areIn(candidate, assessors) ? null : "Toutes les fiches ne sont pas encore envoyées.";
}

/** The lines that the meeting settled or changed; those left empty, or as they were kept, are none of them. */
export function readConsensus(
  scheme: Pick<OpenScheme, "grid">,
  { consensus }: Pick<Candidate, "consensus">,
  { heldOn, lines: typed, seen = null }: ConsensusInput,
  today: string,
): { readonly lines: readonly Consensus[] } | { readonly errors: ReadonlyMap<string, string> } {
  const errors = new Map<string, string>();
  if (heldOn === null) errors.set("heldOn", "Indiquez le jour de la réunion, par exemple 03/03/2026.");
  else if (heldOn > today) errors.set("heldOn", "Ce jour n’est pas encore venu.");
  const said = typed.filter(({ value, reason }) => value !== "" || reason !== "");
  const read = readSheet(
    scheme,
    said.map(({ line, value, reason }) => ({ line, mark: value, reason, strength: "", question: "" })),
  );
  for (const [field, why] of read.errors) errors.set(field.replace(/^mark\./, "value."), why);
  for (const { line, mark, answer, reason } of read.lines) {
    if (mark === null && answer === null && !errors.has(`value.${line}`))
      errors.set(`value.${line}`, "Donnez ce qui est retenu.");
    if (reason === "") errors.set(`reason.${line}`, "Dites pourquoi\u00a0: le procès-verbal le reprend.");
  }
  for (const one of isChanged(seen, inOrder(consensus)) ? read.lines : []) {
    const there = consensus.find(({ line }) => line === one.line);
    if (there === undefined || saysSame(there, one)) continue;
    const words = [valueWords(scheme, there), there.reason].filter((said) => said !== "").join(", ");
    errors.set(`value.${one.line}`, sayChanged(words));
  }
  if (read.lines.length === 0) errors.set("heldOn", "Donnez ce qui est retenu d’une ligne au moins.");
  if (errors.size > 0 || heldOn === null) return { errors };
  const isKept = (one: Consensus) => consensus.some((kept) => saysSame(kept, one) && kept.heldOn === one.heldOn);
  const lines = read.lines.map(({ line, mark, answer, reason }) => ({ line, mark, answer, reason, heldOn }));
  return { lines: lines.filter((one) => !isKept(one)) };
}

/** In one order, whichever way the rows came. */
export function inOrder(consensus: readonly Consensus[]): readonly Consensus[] {
  return [...consensus].sort((a, b) => (a.line < b.line ? -1 : 1));
}

type Settled = Pick<Consensus, "line" | "mark" | "answer" | "reason">;

function saysSame(one: Settled, other: Settled): boolean {
  return (
    one.line === other.line && one.mark === other.mark && one.answer === other.answer && one.reason === other.reason
  );
}

function valueWords({ grid }: Pick<OpenScheme, "grid">, { line, mark, answer }: Settled): string {
  if (grid.kind === "scored") return mark === null ? "" : `note ${mark}`;
  return grid.lines.find(({ id }) => id === line)?.answers[answer as "satisfying"] ?? "";
}
