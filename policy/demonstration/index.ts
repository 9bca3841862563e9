import { demonstrations as of20250715 } from "../frameworks/2025-07-15/demonstrations.ts";
import type { Demonstration } from "./declared.ts";

const byVersion: Readonly<Record<string, readonly Demonstration[]>> = { "2025-07-15": of20250715 };

/** What the schemes of a version of the text give to the demonstration. */
export function demonstrationsOf(version: string): readonly Demonstration[] {
  return byVersion[version] ?? [];
}

/** What one scheme gives; undefined where it gives nothing. */
export function demonstrationOf(version: string, scheme: string): Demonstration | undefined {
  return demonstrationsOf(version).find((one) => one.scheme === scheme);
}

export type {
  DemoAnswered,
  DemoCall,
  DemoCalls,
  DemoCommittee,
  DemoConsortium,
  DemoDecided,
  DemoNote,
  Demonstration,
  DemoOrganisation,
  DemoQuestion,
  DemoRequests,
  DemoSelection,
} from "./declared.ts";
export { fictionalSiren, fictionalSiret, pick, randomOf } from "./numbers.ts";
