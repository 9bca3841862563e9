import { cents, sayMoney } from "#policy/index.ts";
import { type Application, courseOf } from "#src/life/index.ts";
import type { RecordedAward } from "./store.ts";

type Told = Pick<Application, "otherDecision">;
type Voted = Pick<RecordedAward, "favourable" | "eligibleCosts">;

/** Whether another funder has since retained less than what a vote in favour was reckoned on. */
export function isVotedOnMore({ otherDecision: word }: Told, { favourable, eligibleCosts }: Voted): boolean {
  return favourable && word?.selected === true && word.retained !== null && word.retained < eligibleCosts;
}

/** The same as what stands before its notification and its agreement, with what to do; nothing where the vote holds. */
export function votedOnMore(application: Application, award: RecordedAward): readonly string[] {
  const word = application.otherDecision;
  if (word === null || word.retained === null || !isVotedOnMore(application, award)) return [];
  const who = courseOf(application).after?.called ?? "l’autre sélection";
  const [now, then] = [word.retained, award.eligibleCosts].map((one) => sayMoney(cents(one)));
  return [
    `Depuis le vote, ${who} ne retient plus que ${now} (${word.reference}), et non ${then}\u00a0: faites corriger le vote sur ce total, avec sa nouvelle délibération. La décision se notifie et la convention s’établit ensuite.`,
  ];
}
