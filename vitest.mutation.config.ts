import { defineConfig } from "vitest/config";

/** The tests that judge a mutated policy: the quick ones, each file's own. */
export default defineConfig({
  test: {
    include: ["policy/**/*.test.ts"],
    exclude: ["policy/engine/rules/types.test.ts", "**/rule-mutation.test.ts", "**/publicodes.test.ts"],
    setupFiles: ["policy/engine/rules/mutation-runs.fixture.ts"],
    testTimeout: 30_000,
  },
});
