import { defineConfig } from "vitest/config";

/** The tests that judge a mutated policy: the quick ones, each file's own. */
export default defineConfig({
  test: {
    include: ["policy/**/*.test.ts"],
    exclude: ["policy/engine/types.test.ts", "**/rule-mutation.test.ts", "**/publicodes.test.ts"],
    setupFiles: ["policy/engine/mutation-runs.fixture.ts"],
    testTimeout: 30_000,
  },
});
