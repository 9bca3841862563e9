import type { DemoOrganisation } from "#policy/demonstration/index.ts";
import { wholeAnswers } from "#policy/frameworks/2025-07-15/consulting-support/demonstration/answers.ts";
import type { Raw } from "#policy/index.ts";
import { demoOrganisation } from "./organisation.ts";

export {
  phaseAnswers,
  structureAnswers,
} from "#policy/frameworks/2025-07-15/consulting-support/demonstration/answers.ts";
export { demoOrganisation } from "./organisation.ts";

/** A fictional request of consulting support: its organisation, its whole answers as typed. */
export interface DemoApplication {
  readonly organisation: DemoOrganisation;
  readonly title: string;
  readonly raw: Raw;
}

/** The n-th of them, complete and, unless `twist` says otherwise, within the rules. */
export function demoApplication(n: number, twist: Raw = {}): DemoApplication {
  const organisation = demoOrganisation(n);
  const raw = { ...wholeAnswers(n, organisation), ...twist };
  return { organisation, title: String(raw.title), raw };
}
