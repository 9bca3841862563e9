import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Checks who imports whom (.dependency-cruiser.cjs). The cruiser reads TypeScript through swc, but never tells it that
 * a .tsx file holds JSX; run with `--import` of this very file, swc is told.
 */
const require = createRequire(import.meta.url);
const self = fileURLToPath(import.meta.url);

if (process.argv[1] === self) {
  const cruiser = join(import.meta.dirname, "../node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { status } = spawnSync(
    process.execPath,
    ["--import", self, cruiser, "--config", ".dependency-cruiser.cjs", "text", "policy", "src"],
    {
      stdio: "inherit",
      cwd: join(import.meta.dirname, ".."),
    },
  );
  process.exitCode = status ?? 1;
} else {
  const swc = require("@swc/core") as { parseFileSync(file: string, options: object): unknown };
  const parse = swc.parseFileSync;
  swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith(".tsx") });
}
