import type { TransitionFacts } from "./facts.ts";

export const samples: readonly TransitionFacts[] = [{}];
