import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";
import { keepTemporaryFilesInMemory } from "./test/support/memory.ts";

keepTemporaryFilesInMemory();

const oxc = { jsx: { runtime: "automatic" as const, importSource: "preact" } };

/** Servers of their own, started and stopped: with what the faults are made of. */
const OWN_SERVERS = ["src/platform/database/embedded.test.ts"];
/** Every rule spoiled, every link followed. */
const SWEEPS = ["policy/**/rule-mutation.test.ts", "test/pages/reached.test.ts"];

/** Workers where a test waits for a browser, a service or a server: one more than two processors fill. */
const MOSTLY_WAITING = 3;

/** Within one process, on one shared PostgreSQL. */
const inProcess = {
  globalSetup: ["test/support/global-setup.ts"],
  setupFiles: ["test/support/left-behind.ts"],
  // Files follow one another in two workers that keep their modules: loading them again costs more than the tests.
  isolate: false,
  // Ends what hangs; how long a test takes depends on what else the machine does.
  testTimeout: 120_000,
  maxWorkers: 2,
  hookTimeout: 120_000,
};

/**
 * unit: beside the code. sweeps: every route with whatever comes, every rule spoiled in turn, every link followed. journeys and faults: the
 * built service, a real browser, real signals.
 */
export default defineConfig({
  test: {
    // What one run transformed serves the next ones: the suites share most of their modules.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        oxc,
        test: {
          ...inProcess,
          name: "unit",
          include: [
            "{text,policy}/**/*.test.ts",
            "src/**/*.test.{ts,tsx}",
            "test/{architecture,rights,pages}/**/*.test.ts",
          ],
          exclude: [...SWEEPS, ...OWN_SERVERS],
        },
      },
      { oxc, test: { ...inProcess, name: "sweeps", include: ["test/fuzz/**/*.test.ts", ...SWEEPS] } },
      {
        oxc,
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: ["test/support/demonstration.ts"],
          // Each worker keeps its modules and its Chromium from one file to the next.
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: MOSTLY_WAITING,
        },
      },
      {
        oxc,
        test: {
          name: "faults",
          include: ["test/faults/**/*.test.ts", ...OWN_SERVERS],
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: MOSTLY_WAITING,
        },
      },
    ],
  },
});
