import type { Neighbours } from "../../../engine/grants/neighbours.ts";
import { transitions } from "../references.ts";
import { kinds } from "./facts.ts";

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
const named = (of: Readonly<Record<string, string>>, code: string) => lower(of[code] ?? code);

/** AX2C-53: a project is complementary to what exists on the territory; what comes near it helps a person judge. */
export const neighbours: Neighbours = {
  criterion: "EL-7",
  words: [["project", "summary"]],
  codes: [
    { answer: ["project", "transitions"], say: (code) => named(transitions, code) },
    { answer: ["project", "kinds"], say: (code) => named(kinds, code) },
    { answer: ["project", "existingCode"], say: (code) => `formation ${code}` },
    { answer: ["project", "commune"], say: () => "même commune" },
  ],
};
