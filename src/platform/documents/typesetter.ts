import { createHash } from "node:crypto";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { type Fonts, isFarEastern, loadFonts } from "./fonts.ts";
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
  /** The compiler that sets a job: it holds the faces that the job's text asks for. */
  compilerOf(job: TypesettingJob): NodeCompiler;
  /** A PDF/UA-1 file; the same job always gives the same bytes. */
  pdf(job: TypesettingJob): Uint8Array;
  /** What the compiler is given for a job. */
  source(job: TypesettingJob): { readonly mainFilePath: string; readonly inputs: Record<string, string> };
}

/** How many documents a memoised result outlives without being used again: enough for a run of the same letter. */
const CACHE_AGE = 2;

/** A compiler and the faces that it holds. */
interface Press {
  readonly compiler: NodeCompiler;
  readonly fonts: Fonts;
  readonly farEastern: boolean;
  /** The logos that it was given. */
  readonly logos: Set<string>;
}

/** Making one reads the fonts (some 50 ms): keep it. It reads nothing but `src/` and never the network or the clock. */
export function createTypesetter(): Typesetter {
  const usual = createPress(false);
  let wide: Press | null = null;

  function pressOf(job: TypesettingJob): Press {
    if (!isFarEastern(JSON.stringify(job.data))) return usual;
    wide ??= createPress(true);
    return wide;
  }

  return {
    compilerOf: (job) => pressOf(job).compiler,
    source: (job) => sourceFor(pressOf(job), job),
    pdf(job) {
      const press = pressOf(job);
      const input = sourceFor(press, job);
      try {
        return press.compiler.pdf(input, { pdfStandard: "ua-1" });
      } catch (error) {
        throw new Error(complaintsOf(press.compiler, input, error));
      } finally {
        press.compiler.evictCache(CACHE_AGE);
      }
    },
  };
}

function createPress(farEastern: boolean): Press {
  const fonts = loadFonts(farEastern);
  const compiler = NodeCompiler.create({ workspace: sourceRoot(), fontArgs: [{ fontBlobs: [...fonts.files] }] });
  return { compiler, fonts, farEastern, logos: new Set() };
}

function sourceFor(press: Press, job: TypesettingJob) {
  // A file, not an input: inputs are of the library, and nothing set with another library is used again.
  const data = JSON.stringify(printable(job.data, press.fonts));
  press.compiler.mapShadow(join(sourceRoot(), "data.json"), Buffer.from(data));
  const inputs: Record<string, string> = {
    preview: job.preview ? "yes" : "no",
    farEastern: press.farEastern ? "yes" : "no",
  };
  if (job.logo) {
    inputs.logo = placeLogo(press, job.logo);
    inputs.logoAlt = job.logo.alt;
  }
  return { mainFilePath: join(sourceRoot(), job.path), inputs };
}

function placeLogo(press: Press, logo: Logo): string {
  const name = `/logo-${createHash("sha256").update(logo.bytes).digest("hex")}.${logo.format}`;
  if (!press.logos.has(name)) press.compiler.mapShadow(join(sourceRoot(), name), Buffer.from(logo.bytes));
  press.logos.add(name);
  return name;
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
