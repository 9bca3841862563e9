import { cents, sayMoney } from "#policy/index.ts";
import { keyOfSubject } from "../checks/finding.ts";
import type { Instruction } from "../instruction/instruction.ts";

/** A point that was settled, or did not arise, and that an officer must look at once an answer has changed. */
export interface Reopened {
  /** `X-4@party.0`, `Y-2`. */
  readonly key: string;
  /** What happens to it, in a sentence. */
  readonly message: string;
}

/** What a change of the answers reopens: findings that no longer stand, readings that weigh otherwise, new doubts. */
export function reopenedBy(before: Instruction, after: Instruction): readonly Reopened[] {
  const wasStale = new Set(
    before.checks.filter((one) => one.isStale).map(({ result, about }) => keyOfSubject(result.id, about)),
  );
  const findings = after.checks
    .filter(({ isStale, result, about }) => isStale && !wasStale.has(keyOfSubject(result.id, about)))
    .map(({ result, about }) => ({
      key: keyOfSubject(result.id, about),
      message: `${result.id}, ${result.title} : le constat ne compte plus, le calcul répond autre chose.`,
    }));
  const earlier = new Map(before.doubts.map((one) => [one.doubt.id, one]));
  const doubts = after.doubts.flatMap(({ doubt, standing }) => {
    const known = earlier.get(doubt.id);
    if (standing === null) {
      const isNew = known === undefined && after.left.some((one) => one.kind === "doubt" && one.subject === doubt.id);
      return isNew ? [{ key: doubt.id, message: `${doubt.id}, ${doubt.question} Ce doute est à clore.` }] : [];
    }
    if (known !== undefined && sameEffect(known.doubt.effect, doubt.effect)) return [];
    return [{ key: doubt.id, message: `${doubt.id} : la lecture retenue est à relire${weighing(doubt.effect)}.` }];
  });
  const once = new Map([...findings, ...doubts].map((one) => [one.key, one]));
  return [...once.values()];
}

type Effect = Instruction["doubts"][number]["doubt"]["effect"];

function sameEffect(a: Effect, b: Effect): boolean {
  return a?.default === b?.default && a?.alternative === b?.alternative;
}

function weighing(effect: Effect): string {
  if (effect === null) return "";
  return `, l’aide serait de ${sayMoney(cents(effect.default))} ou de ${sayMoney(cents(effect.alternative))}`;
}
