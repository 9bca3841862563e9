import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const prelude = [
  `import { all, atLeast, beginsWith, count, equals, every, filled, includes, is, known, moreThan, not, oneOf, refs, today, total, yearsAfter } from "${root}policy/engine/rules/expression.ts";`,
  `import { euros, type Money } from "${root}policy/engine/values/money.ts";`,
  `import { facts, type ConsultingFacts } from "${root}policy/frameworks/2025-07-15/consulting-support/facts.ts";`,
  "const f = refs(facts); const s = f.structures.item; const p = f.provider;",
];

const sound = [
  "moreThan(s.headcount, 5);",
  "every(f.structures, (one) => every(one.phases, (phase) => moreThan(phase.dailyCost, euros(1_000))));",
  "atLeast(today, yearsAfter(p.createdOn, 3));",
  'all(is(f.route, "opco"), not(s.servesJobSeekers), oneOf(p.partnerBody, ["none"]), filled(p.fields), known(s.commune));',
  'beginsWith(s.commune, ["14"]); includes(s.trainingKinds, "continuing"); includes(p.fields, "autre");',
  "equals(count(f.structures), 1); moreThan(total(f.structures, (one) => one.headcount), 5);",
  "export const three: Money = euros(3);",
  'export const some: ConsultingFacts = { route: "opco", structures: [{ headcount: null }], otherPublicFunding: euros(1) };',
];

/** Each of these must not compile. */
const wrong = [
  "f.headcount;",
  "s.headCount;",
  "f.structures.headcount;",
  'moreThan(s.headcount, "5");',
  "moreThan(s.headcount, euros(5));",
  "moreThan(f.otherPublicFunding, 5);",
  "moreThan(f.otherPublicFunding, s.headcount);",
  "moreThan(s.daysAlreadyFunded, f.otherPublicFunding);",
  "atLeast(p.createdOn, 3);",
  'atLeast(p.createdOn, "2026-01-01");',
  "yearsAfter(s.headcount, 3);",
  'is(f.route, "individuel");',
  'oneOf(p.partnerBody, ["none", "other"]);',
  'includes(s.trainingKinds, "pedagogy");',
  "filled(f.route);",
  "not(s.headcount);",
  "all(s.headcount);",
  "all(moreThan(s.headcount, 5), today);",
  "every(s.phases, (phase) => phase.days);",
  "every(s.headcount, () => s.servesJobSeekers);",
  "beginsWith(s.headcount, []);",
  "total(f.structures, (one) => one.commune);",
  "export const money: Money = 300;",
  'export const text: ConsultingFacts = { route: "individuel" };',
  'export const many: ConsultingFacts = { structures: [{ headcount: "12" }] };',
  "export const price: ConsultingFacts = { otherPublicFunding: 12 };",
  "export const extra: ConsultingFacts = { headcount: 12 };",
];

/** Lines of the given file that the compiler refuses. */
function refused(lines: readonly string[]): ReadonlySet<number> {
  const folder = mkdtempSync(join(tmpdir(), "policy-types-"));
  try {
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "rules.ts"), lines.join("\n"));
    const include = [join(folder, "rules.ts")];
    const options = { noUnusedLocals: false, types: [], noEmit: true, rootDir: "/" };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: `${root}tsconfig.json`, compilerOptions: options, include }),
    );
    const tsc = join(root, "node_modules/.bin/tsc");
    const { stdout } = spawnSync(tsc, ["-p", folder, "--pretty", "false"], { encoding: "utf8", cwd: root });
    const elsewhere = stdout.split("\n").filter((line) => /error TS/.test(line) && !/rules\.ts\(/.test(line));
    expect(elsewhere).toEqual([]);
    return new Set([...stdout.matchAll(/rules\.ts\((\d+),/g)].map((match) => Number(match[1])));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("what does not make sense does not compile", () => {
  it("refuses each wrong rule and takes each sound one", { timeout: 120_000 }, () => {
    const lines = [...prelude, ...sound, ...wrong];
    const found = refused(lines);
    const first = prelude.length + sound.length + 1;
    expect(lines.filter((_, index) => found.has(index + 1) && index + 1 < first)).toEqual([]);
    expect(wrong.filter((_, index) => !found.has(first + index))).toEqual([]);
  });
});
