import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Builds the service into dist/: the program, the pages' scripts and styles with their hashes, and their manifest. */
const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "assets"), { recursive: true });

const program = await build({
  entryPoints: [join(root, "src/cli.ts")],
  outdir: dist,
  bundle: true,
  splitting: true,
  metafile: true,
  platform: "node",
  target: "node24",
  format: "esm",
  packages: "external",
  sourcemap: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".typ": "text" },
});

const islands = [
  ...globSync(join(root, "src/ui/islands/*.ts")),
  ...globSync(join(root, "src/*/web/islands/*.ts")),
].filter((path) => !path.endsWith(".test.ts"));
const browser = await build({
  entryPoints: [...islands, join(root, "src/ui/theme/index.css")],
  outdir: join(dist, "assets"),
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: ["es2022"],
  jsx: "automatic",
  jsxImportSource: "preact",
});

const manifest: Record<string, string> = {};
for (const file of browser.outputFiles) {
  const name = basename(file.path) === "index.css" ? "theme.css" : basename(file.path);
  const hash = createHash("sha256").update(file.contents).digest("hex").slice(0, 10);
  const hashed = name.replace(/\.(\w+)$/, `-${hash}.$1`);
  const target = join(dist, "assets", hashed);
  writeFileSync(target, file.contents);
  // Compressed once here, as well as can be, rather than at each request.
  writeFileSync(`${target}.gz`, gzipSync(file.contents, { level: 9 }));
  writeFileSync(`${target}.br`, brotliCompressSync(file.contents));
  manifest[name] = `/assets/${hashed}`;
}
const still = join(root, "src/ui/static");
if (existsSync(still)) cpSync(still, join(dist, "assets"), { recursive: true });
writeFileSync(join(dist, "manifest.json"), JSON.stringify(manifest, null, 2));
const weight = Object.entries(program.metafile.outputs).reduce(
  (sum, [path, { bytes }]) => (path.endsWith(".js") ? sum + bytes : sum),
  0,
);
process.stderr.write(
  `dist/ : programme ${Math.round(weight / 1024)} ko, ${Object.keys(manifest).length} fichiers de page\n`,
);
