import { createHash } from "node:crypto";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { loadFonts } from "./fonts.ts";
import { printable } from "./printable.ts";
import { sourceRoot } from "./source-root.ts";

export interface Logo {
  readonly format: "svg" | "png";
  readonly bytes: Uint8Array;
  /** What the picture says, for who does not see it. */
  readonly alt: string;
}

/** One document to set: all that its bytes depend on. */
export interface TypesettingJob {
  /** Path of the layout below `src/`. */
  readonly path: string;
  readonly data: unknown;
  readonly logo?: Logo;
  /** Marks each page as a draft without legal value. */
  readonly preview?: boolean;
}

export interface Typesetter {
  readonly compiler: NodeCompiler;
  /** A PDF/UA-1 file; the same job always gives the same bytes. */
  pdf(job: TypesettingJob): Uint8Array;
  /** What the compiler is given for a job. */
  source(job: TypesettingJob): { readonly mainFilePath: string; readonly inputs: Record<string, string> };
}

/** How many documents a memoised result outlives without being used again: enough for a run of the same letter. */
const CACHE_AGE = 2;

/** Making one reads the fonts (some 50 ms): keep it. It reads nothing but `src/` and never the network or the clock. */
export function createTypesetter(): Typesetter {
  const workspace = sourceRoot();
  const fonts = loadFonts();
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...fonts.files] }] });

  function source(job: TypesettingJob) {
    const inputs: Record<string, string> = {
      data: JSON.stringify(printable(job.data, fonts)),
      preview: job.preview ? "yes" : "no",
    };
    if (job.logo) {
      inputs.logo = placeLogo(job.logo);
      inputs.logoAlt = job.logo.alt;
    }
    return { mainFilePath: join(workspace, job.path), inputs };
  }

  const placed = new Set<string>();
  function placeLogo(logo: Logo): string {
    const name = `/logo-${createHash("sha256").update(logo.bytes).digest("hex")}.${logo.format}`;
    if (!placed.has(name)) compiler.mapShadow(join(workspace, name), Buffer.from(logo.bytes));
    placed.add(name);
    return name;
  }

  return {
    compiler,
    source,
    pdf(job) {
      const input = source(job);
      try {
        return compiler.pdf(input, { pdfStandard: "ua-1" });
      } catch (error) {
        throw new Error(complaintsOf(compiler, input, error));
      } finally {
        compiler.evictCache(CACHE_AGE);
      }
    },
  };
}

/** Why a page cannot be set. The export's own error carries messages only when the layout itself compiles. */
function complaintsOf(
  compiler: NodeCompiler,
  input: { mainFilePath: string; inputs: Record<string, string> },
  error: unknown,
) {
  const diagnostics: unknown[] = compiler.compile(input).takeDiagnostics()?.shortDiagnostics ?? [];
  const messages = diagnostics.length > 0 ? JSON.stringify(diagnostics) : String(error);
  const found = Array.from(messages.matchAll(/"?message"?: ?("(?:[^"\\]|\\.)*")/g), (match) => match[1]);
  return found.length > 0 ? [...new Set(found)].join(", ") : messages;
}
