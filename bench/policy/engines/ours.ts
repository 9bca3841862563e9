import { type ConsultingFacts, frameworkOn } from "#policy/index.ts";
import type { BenchEngine } from "../engine.ts";
import { today } from "../files.ts";

const scheme = frameworkOn(today).scheme("appui-conseil");
if (scheme?.status !== "open") throw new Error("consulting support is not open");
const compiled = scheme.compile(today);

export const compiledEngine: BenchEngine<ConsultingFacts> = {
  name: "Essaim, compiled",
  sample: 100_000,
  passes: 10,
  prepare: (facts) => facts,
  run: (facts) => {
    const { eligibility, figures } = compiled(facts);
    return { eligibility, region: figures.aid };
  },
};

export const explainedEngine: BenchEngine<ConsultingFacts> = {
  name: "Essaim, explained",
  sample: 20_000,
  passes: 5,
  prepare: (facts) => facts,
  run: (facts) => {
    const { eligibility, funding } = scheme.evaluate(facts, { today });
    return { eligibility, region: funding.aid };
  },
};
