import type { ScoredGrid } from "../../../engine/grants/grid.ts";

export const grid: ScoredGrid = {
  kind: "scored",
  scale: { most: 4, marks: { 0: "absent", 1: "insuffisant", 2: "à renforcer", 3: "solide", 4: "exemplaire" } },
  origin: "service",
  headings: [],
};
