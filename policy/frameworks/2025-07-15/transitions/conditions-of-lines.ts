import {
  all,
  any,
  atLeast,
  atMost,
  type Condition,
  choose,
  doubtful,
  equals,
  ifKnown,
  is,
  known,
  moreThan,
  not,
  some,
  type Term,
  times,
} from "../../../engine/rules/expression.ts";
import { a } from "./answers.ts";
import type { CostOption } from "./cost-options.ts";
import { f } from "./facts.ts";
import { bounds } from "./figures.ts";
import { costs, t } from "./read.ts";

const line = costs.item;
const d = line.derived;

/** Met, whatever the line says. */
const nothingAsked = ifKnown(known(line.heading));

/** What rules on lines and their other readings ask in the same way. */

/**
 * TR-8: how the person's time compares with the bound: from the hours of all their lines, or their shares; else from
 * this line alone. The other reading of D-37 counts the time of eligible tasks only.
 */
export function compareTime(by: typeof moreThan | typeof atLeast, time: "all" | "eligible" = "all"): Condition {
  const hours = time === "all" ? d.hours : d.eligibleHours;
  const share = time === "all" ? d.share : d.eligibleShare;
  const alone = choose(
    all(known(line.hours), known(line.ownHours)),
    by(times(line.hours, bounds.timeInTenths), line.ownHours),
    by(times(line.timeShare, bounds.timeInTenths), 1),
  );
  return choose(
    known(hours),
    by(times(hours, bounds.timeInTenths), line.ownHours),
    choose(known(share), by(times(share, bounds.timeInTenths), 1), alone),
  );
}

/** TR-6: the service is rendered from the first day of the expenditure to that of the end; maintenance is counted by days. */
export function isServed(until: Term<"day">): Condition {
  const isMaintenance = all(is(line.heading, "external"), line.isMaintenance);
  return choose(
    isMaintenance,
    isMaintenance,
    all(
      ifKnown(atLeast(line.servedFrom, t.costsFrom)),
      ifKnown(atLeast(line.servedTo, t.costsFrom)),
      ifKnown(atMost(line.servedFrom, until)),
      ifKnown(atMost(line.servedTo, until)),
    ),
  );
}

/** TR-9: no maintenance outside the period, told so or by its days. */
function maintenance(ofDays: Condition): Condition {
  return choose(
    line.isMaintenance,
    all(
      ifKnown(not(line.isMaintenanceOutsidePeriod)),
      choose(
        known(d.daysServed),
        ofDays,
        any(
          known(line.isMaintenanceOutsidePeriod),
          all(known(line.servedFrom), known(line.servedTo), known(f.project.endsOn)),
        ),
      ),
    ),
    choose(known(line.isMaintenanceOutsidePeriod), not(line.isMaintenanceOutsidePeriod), not(line.isMaintenance)),
  );
}

/** Its days inside are kept. */
export const isMaintenanceKept = maintenance(moreThan(d.daysInside, 0));

/** By the other reading of D-39, all of them or none. */
export const isMaintenanceWithin = maintenance(equals(d.daysInside, d.daysServed));

/** AX2C-28, AX2C-29: the lead buys under public procurement, by its status or in fact: where that is not told, no. */
export const isBuyer = any(
  a.procurement.isBuyer,
  a.procurement.isFundedByPublicBodies,
  a.procurement.isControlledByPublicBodies,
  a.procurement.isGovernedByPublicBodies,
);

/** AX2C-28: what a need adds up to calls for the procedure of its threshold. */
export const isRightlyBought = choose(
  all(isBuyer, atLeast(d.needTotal, d.formalFrom)),
  doubtful(is(line.procedure, "formal")),
  choose(all(isBuyer, atLeast(d.needTotal, d.competedFrom)), doubtful(not(is(line.procedure, "none"))), nothingAsked),
);

/** TR-12: the file's method, that of the call where it imposes one; met where none is known. */
export function isMethod(option: CostOption): Condition {
  return choose(is(t.costOption, "any"), ifKnown(is(f.costOption, option)), is(t.costOption, option));
}
export function isNotMethod(option: CostOption): Condition {
  return choose(is(t.costOption, "any"), ifKnown(not(is(f.costOption, option))), not(is(t.costOption, option)));
}

/** TR-15: the lead bears it; who files alone bears all. */
export const isBornByLead = choose(
  known(line.bornBy),
  is(line.bornBy, "lead"),
  any(not(some(f.partners, (one) => is(one.role, "partner"))), is(line.bornBy, "lead")),
);
