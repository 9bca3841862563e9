import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, each suite's longest first: begun last, one of them would leave the other workers with
 * nothing to do. The others follow in the order that Vitest gives.
 */
const LONGEST = [
  "troubles",
  "decide",
  "agenda",
  "file-request",
  "call",
  "refuse",
  "start-stop",
  "older-postgres-15",
  "older-postgres-16",
  "older-postgres-17",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted
      .map((file, at) => ({ file, at }))
      .sort((a, b) => rank(a.file) - rank(b.file) || a.at - b.at)
      .map(({ file }) => file);
  }
}

function rank(file: TestSpecification): number {
  const at = LONGEST.indexOf(basename(file.moduleId, ".test.ts"));
  return at === -1 ? LONGEST.length : at;
}
