import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "#src/life/index.ts";
import { eachGroup } from "./batch.ts";

const done: Outcome = { kind: "done", location: "/", repeated: false };
const files = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `f${n}`, number: `N-${n}`, version: 1 }));

describe("an act on many files", () => {
  it("asks of each once where none fails, under a key of its own, and tells the reasons in the order of the files", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(80), fc.func(fc.boolean()), async (count, moves) => {
        const asked: string[] = [];
        const outcome = await eachGroup(files(count), "k", async (requests) => {
          asked.push(...requests.map(({ key }) => key));
          return new Map(
            requests.map(({ id }) => [id, moves(id) ? done : { kind: "refused", refusals: [{ message: id }] }]),
          );
        });
        expect(asked).toEqual(files(count).map(({ id }) => `k:${id}`));
        const left = files(count).filter(({ id }) => !moves(id));
        expect(outcome).toEqual({
          done: count - left.length,
          left: left.map(({ id, number }) => ({ number, why: id })),
        });
      }),
    );
  });

  it("takes a group that fails file by file: those before the one that fails are done", async () => {
    const kept = new Set<string>();
    const acts = eachGroup(files(5), "k", async (requests) => {
      if (requests.some(({ id }) => id === "f3")) throw new Error("f3 fails");
      for (const { id } of requests) kept.add(id);
      return new Map(requests.map(({ id }) => [id, done]));
    });
    await expect(acts).rejects.toThrow("f3 fails");
    expect([...kept]).toEqual(["f0", "f1", "f2"]);
  });
});
