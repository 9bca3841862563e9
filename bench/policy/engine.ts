import type { ConsultingFacts } from "#policy/index.ts";

/** What every engine says of a file. Amounts in cents; null where unknown. */
export interface Answer {
  readonly eligibility: string;
  readonly region: number | null;
}

/** One way to run the rules. `prepare` puts files in the shape the engine takes, off the clock. */
export interface BenchEngine<File> {
  readonly name: string;
  /** Files per timed pass and passes, kept small for slow engines. */
  readonly sample: number;
  readonly passes: number;
  /** Null where the engine's model cannot hold the file. */
  prepare(facts: ConsultingFacts): File | null;
  run(file: File): Answer | Promise<Answer>;
}
