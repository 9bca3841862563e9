// Builds src/ui/theme/tokens.css from designsystemet.config.json, so that a change of colour is a change of one line.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const theme = fileURLToPath(new URL("../src/ui/theme/", import.meta.url));
const command = fileURLToPath(
  new URL("../node_modules/@digdir/designsystemet/dist/bin/designsystemet.js", import.meta.url),
);

const work = mkdtempSync(join(tmpdir(), "essaim-theme-"));
try {
  copyFileSync(join(theme, "designsystemet.config.json"), join(work, "designsystemet.config.json"));
  run("tokens", "create", "--out-dir", "tokens");
  run("tokens", "build", "--tokens", "tokens", "--out-dir", "css");
  copyFileSync(join(work, "css", "essaim.css"), join(theme, "tokens.css"));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function run(...args: string[]): void {
  execFileSync(process.execPath, [command, ...args], { cwd: work, stdio: ["ignore", "ignore", "inherit"] });
}
