import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

const Manifest = z.object({ name: z.string() });

/**
 * The `src/` folder of this package. Run from the source or from the bundle in `dist/`, the package's folder is the
 * nearest one above that holds our package.json; the layouts and the typesetting thread are read from its `src/`.
 */
export function sourceRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (packageName(folder) === "essaim") return join(folder, "src");
    if (dirname(folder) === folder) throw new Error(`No package named essaim above ${from}: layouts cannot be found.`);
  }
}

function packageName(folder: string): string | undefined {
  try {
    return Manifest.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).name;
  } catch {
    return undefined;
  }
}
