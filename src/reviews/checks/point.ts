import { JUDGEMENT } from "../file/file-form.tsx";
import { type ReviewedView, typedIn } from "../file/file-view.tsx";
import { POINT, REASON } from "../opinions/judgement.ts";
import { conclusionWords } from "./conclusion-words.ts";
import { type Check, keyOfSubject, type Standing } from "./finding.ts";

export function concludedBy({ last }: Standing): string {
  const reason = last.reason === "" ? "" : ` : ${last.reason}`;
  return `« ${conclusionWords[last.conclusion]} » par ${last.madeBy ?? "un agent"}${reason}`;
}

export function checkId(check: Check): string {
  return criterionId(check.result.id, check.about);
}

/** Anchor of a condition of the text in the page. */
export function criterionId(criterion: string, about: string): string {
  return `v-${keyOfSubject(criterion, about).replace(/[^A-Za-z0-9-]/g, "-")}`;
}

/** Anchor of a doubt in the page. */
export function doubtId(doubt: string): string {
  return `d-${doubt}`;
}

/** The machine finds it met and no one has said anything of it: there is nothing to look at first. */
export function isSettled(check: Check): boolean {
  return check.status === "met" && check.standing === null;
}

/** Something was typed of it in a sending that was refused. */
export function isTyped(view: Pick<ReviewedView, "typed">, point: string): boolean {
  return [POINT, REASON].some((name) => typedIn(view, JUDGEMENT, name + point) !== "");
}

/** Its place to conclude is there: it waits for someone, or one contests it, or what was typed of it was refused. */
export function isToJudge(view: Pick<ReviewedView, "opened" | "typed">, check: Check): boolean {
  const point = keyOfSubject(check.result.id, check.about);
  return !isSettled(check) || isTyped(view, point) || checkId(check) === view.opened;
}

/** A person concluded it, and the answers are still those that were read. */
export function isConcluded(check: Check): boolean {
  return check.standing !== null && !check.isStale;
}

/** « , structure 2 » where a request has several. */
export function placed(check: Check, view: ReviewedView): string {
  const { party } = check.result;
  if (party === undefined || view.instruction.asked.funding.parties.length < 2) return "";
  return `, structure ${party + 1}`;
}
