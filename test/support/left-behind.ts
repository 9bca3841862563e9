import { afterAll, expect, vi } from "vitest";
import { assetUrl, setAssets } from "#src/ui/assets.ts";
import { noteCost } from "./cost.ts";

/**
 * Test files share a worker and its modules: what a file changes outside of itself, the next one meets. Each puts it
 * back, or fails here. What modules may keep is held by `test/architecture/kept-state.test.ts`.
 */
const before = outside();
const settings = { ...process.env };
const folder = process.cwd();
const started = process.cpuUsage();

afterAll(() => {
  const { user, system } = process.cpuUsage(started);
  noteCost(expect.getState().testPath ?? "", (user + system) / 1e6);
  const after = outside();
  vi.useRealTimers();
  setAssets({});
  process.chdir(folder);
  for (const name of Object.keys(process.env)) if (!(name in settings)) delete process.env[name];
  Object.assign(process.env, settings);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.filter((name) => before.get(name) !== after.get(name));
  expect(changed, "left behind for the next test file").toEqual([]);
});

function outside(): ReadonlyMap<string, unknown> {
  // Names that begin so are put there by libraries as they load, as VIPSHOME is by the one that decodes pictures.
  const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith("__"));
  return new Map<string, unknown>([
    ...Object.entries(process.env)
      .filter(([name]) => name !== "VIPSHOME")
      .map(([name, value]) => [`process.env.${name}`, value] as const),
    ...globals.map((name) => [`globalThis.${name}`, true] as const),
    ["the current folder", process.cwd()],
    ["setAssets", assetUrl("theme.css")],
    ["fetch", globalThis.fetch],
    ["the clock", vi.isFakeTimers() ? "false" : globalThis.Date],
    ["Math.random", Math.random],
  ]);
}
