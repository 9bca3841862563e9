import {
  all,
  allBeginWith,
  any,
  beginsWith,
  type Condition,
  choose,
  doubtful,
  ifKnown,
  known,
} from "../../../engine/rules/expression.ts";
import { normanDepartments } from "../references.ts";
import { f } from "./facts.ts";

const { project: p } = f;

/** Whatever the facts say, a person judges. */
const judgedByPerson = doubtful({ op: "value", kind: "yes-no", value: false });

/** An officer's judgement once it is given; before, the point is to assess, never missing. */
export function judged(conclusion: Condition): Condition {
  return choose(known(conclusion), conclusion, judgedByPerson);
}

/** MO-4, D-12: one place in Normandy is enough, told alone or among several. */
export const hasNormanPlace = choose(
  known(p.commune),
  choose(
    known(p.communes),
    any(beginsWith(p.commune, normanDepartments), beginsWith(p.communes, normanDepartments)),
    beginsWith(p.commune, normanDepartments),
  ),
  beginsWith(p.communes, normanDepartments),
);

/** D-12, read the other way: every place is there, told alone or among several. */
export const isAllNorman = choose(
  known(p.commune),
  all(beginsWith(p.commune, normanDepartments), ifKnown(allBeginWith(p.communes, normanDepartments))),
  allBeginWith(p.communes, normanDepartments),
);
