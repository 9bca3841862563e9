import {
  all,
  allBeginWith,
  any,
  beginsWith,
  type Condition,
  choose,
  count,
  doubtful,
  every,
  ifKnown,
  is,
  known,
  moreThan,
  not,
  oneOf,
  some,
  type Term,
} from "../../../engine/rules/expression.ts";
import { normanDepartments } from "../references.ts";
import { eligibleCategories, f } from "./facts.ts";

type PartnerAnswers = typeof f.partners.item;

/** What rules, doubts, questions and papers ask in the same way. */

/** Of the lead alone; another partner is not asked. */
export function ofLead(partner: PartnerAnswers, condition: Condition): Condition {
  return any(is(partner.role, "partner"), condition);
}

export const hasLead = some(f.partners, (one) => is(one.role, "lead"));

/** TR-14: one of the five categories of the text. */
export function isEligibleCategory({ category }: Pick<PartnerAnswers, "category">): Condition {
  return oneOf(category, eligibleCategories);
}

/** TR-15: several organisations file together. */
export const isCommon = moreThan(count(f.partners), 1);

/** What an officer judges: until then it is to assess, never missing. */
export function judged(of: Term<"yes-no">): Condition {
  return choose(known(of), of, doubtful(not(ifKnown(of))));
}

/** Fails as long as nothing is known of it. */
const told = (condition: Condition) => not(ifKnown(not(condition)));
const isFirstPlaceNorman = beginsWith(f.project.commune, normanDepartments);
const isOneOfSeveralNorman = beginsWith(f.project.communes, normanDepartments);
const isOtherPlaceNorman = some(f.project.places, (place) => beginsWith(place.commune, normanDepartments));
const isThereAnother = told(known(count(f.project.places)));

/** D-12: a place in Normandy is told. */
export const isOnePlaceNorman = any(isFirstPlaceNorman, isOneOfSeveralNorman, isOtherPlaceNorman);

/** TR-2, D-12: one place of implementation in Normandy is enough; a place told alone is the only one. */
export const isSomewhereInNormandy = any(
  isFirstPlaceNorman,
  told(isOneOfSeveralNorman),
  all(isThereAnother, isOtherPlaceNorman),
);

/** TR-2, D-12: every place that is told. */
export const isWhollyInNormandy = all(
  ifKnown(beginsWith(f.project.commune, normanDepartments)),
  ifKnown(allBeginWith(f.project.communes, normanDepartments)),
  ifKnown(every(f.project.places, (place) => beginsWith(place.commune, normanDepartments))),
);

/** TR-1: a tool comes with the engineering of its use: somebody's time, or a service. */
export const isEngineered = some(f.costs, (line) =>
  any(is(line.heading, "external"), all(is(line.heading, "staff"), is(line.activity, "engineering"))),
);
