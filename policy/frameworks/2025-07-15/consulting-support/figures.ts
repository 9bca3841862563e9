import { sayMoney } from "../../../engine/values/french.ts";
import { fundingRules } from "./funding.ts";

/** CS-4, CS-11, CS-12: the bounds of the text that are not amounts. The rules and every sentence take them here. */
export const bounds = {
  /** More than this many employees. */
  employees: 5,
  /** The provider has existed for at least so many years. */
  providerYears: 3,
  /** Each consultant has at least so many years of experience. */
  consultantYears: 2,
} as const;

/** The figures of CS-7 to CS-9 in French. */
export const said = {
  dailyCeiling: sayMoney(fundingRules.dailyCeiling),
  rate: `${fundingRules.rate / 100}\u00a0%`,
  days: `${fundingRules.maxDays}`,
  aid: sayMoney(fundingRules.maxAid),
} as const;
