import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The package's folder, from the sources as from the built program. */
export const packageRoot = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  return rootAbove(dirname(folder));
}

export const migrationsFolder = join(packageRoot, "migrations");
export const builtFolder = join(packageRoot, "dist");
