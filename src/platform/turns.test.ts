import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { openTurns } from "./turns.ts";

const PATIENCE = 40;

it("lets go in the order of arrival, one at a time, whatever the order they come in", async () => {
  const turns = openTurns(PATIENCE);
  const [first, second, third] = [turns.take(), turns.take(), turns.take()];
  const gone: string[] = [];
  const come = (name: string, turn: typeof first) =>
    turn.come().then(() => {
      gone.push(name);
    });
  const all = [come("third", third), come("second", second), come("first", first)];
  await pause(1);
  expect(gone).toEqual(["first"]);
  first.leave();
  await pause(1);
  expect(gone).toEqual(["first", "second"]);
  // Whoever leaves without having come holds nobody up.
  second.leave();
  await Promise.all(all);
  expect(gone).toEqual(["first", "second", "third"]);
});

it("waits for nobody without end: not for one who never comes, not for one who never leaves", async () => {
  const turns = openTurns(PATIENCE);
  const absent = turns.take();
  const began = performance.now();
  await turns.take().come();
  await turns.take().come();
  expect(performance.now() - began).toBeGreaterThanOrEqual(2 * PATIENCE - 2);
  // The one who was passed over still goes, at once.
  await absent.come();
  expect(performance.now() - began).toBeLessThan(10 * PATIENCE);
});
