import { publicodesOn } from "#policy/frameworks/2025-07-15/consulting-support/publicodes.fixture.ts";
import { type ScalarApplication, scalarOf } from "#policy/frameworks/2025-07-15/consulting-support/scalar.fixture.ts";
import type { BenchEngine } from "../engine.ts";
import { today } from "../files.ts";

const run = publicodesOn(today);

export const publicodesEngine: BenchEngine<ScalarApplication> = {
  name: "publicodes",
  sample: 1_500,
  passes: 4,
  prepare: scalarOf,
  run: (file) => {
    const { eligibility, region } = run(file);
    return { eligibility, region: region === null ? null : Math.floor(region * 100 + 1e-6) };
  },
};
