import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countsInLedger,
  groupOf,
  isFinal,
  lifecycle,
  next,
  STATES,
  STEPS,
  type State,
  type Step,
  stepsFrom,
} from "#src/life/index.ts";
import { stateLook } from "./web/words.ts";

/** Plays the steps that can be taken, in the order given; those that cannot are passed over. */
function play(steps: readonly Step[]): { readonly state: State; readonly taken: readonly Step[] } {
  let state: State = "draft";
  const taken: Step[] = [];
  for (const step of steps) {
    const then = next(state, step);
    if (then === null) continue;
    state = then;
    taken.push(step);
  }
  return { state, taken };
}

const anyLife = fc.array(fc.constantFrom(...STEPS), { maxLength: 60 });

describe("whatever people do, in whatever order", () => {
  it("a file stands in a known state, in a tab, with a word", () => {
    fc.assert(
      fc.property(anyLife, (steps) => {
        const { state } = play(steps);
        expect(STATES).toContain(state);
        expect(stateLook(state).label).not.toBe("");
        expect(groupOf(state) === null).toBe(state === "draft");
        expect(typeof countsInLedger(state)).toBe("boolean");
      }),
    );
  });

  it("nothing is voted without a validated opinion, nor notified without a vote, nor signed without an agreement", () => {
    fc.assert(
      fc.property(anyLife, (steps) => {
        const { taken } = play(steps);
        const follows = (step: Step, ...needed: readonly Step[]) => {
          const at = taken.indexOf(step);
          return at === -1 || taken.slice(0, at).some((one) => needed.includes(one));
        };
        const validated = ["validate-favourable", "validate-unfavourable"] as const;
        expect(follows("award", ...validated, "select", "call-up")).toBe(true);
        expect(follows("reject", ...validated, "select", "call-up", "not-select")).toBe(true);
        expect(follows("select", "rank")).toBe(true);
        expect(follows("rank", "score")).toBe(true);
        expect(follows("score", "admit")).toBe(true);
        expect(follows("notify", "award")).toBe(true);
        expect(follows("notify-refusal", "reject")).toBe(true);
        expect(follows("make-agreement", "notify")).toBe(true);
        expect(follows("sign", "make-agreement")).toBe(true);
        expect(taken.filter((one) => one === "award" || one === "reject").length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it("an end is an end, and every state leads to one", () => {
    for (const state of STATES) {
      const reached = new Set<State>([state]);
      for (const from of reached) for (const step of stepsFrom(from)) reached.add(next(from, step) ?? from);
      expect([...reached].some(isFinal), state).toBe(true);
      if (isFinal(state)) expect(reached.size).toBe(1);
    }
  });

  it("a stopped clock always has a step that starts it again or ends it", () => {
    for (const step of STEPS) {
      if (lifecycle[step].clock !== "suspend") continue;
      const after = lifecycle[step].to;
      expect(stepsFrom(after).every((one) => ["resume", "end"].includes(lifecycle[one].clock ?? ""))).toBe(true);
    }
  });
});
