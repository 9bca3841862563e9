import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { coverageOf } from "./cmap.ts";

const TEXT = "@expo-google-fonts/source-sans-3";

/**
 * The faces of every document, in the order in which `page.typ` names their families. They come from packages, so a
 * page looks the same on every machine. Typed text may stand in any upright weight: only what it can rely upon there
 * counts as covered, and the fallback families have a single face, which serves for all weights.
 */
const FACES = [
  { file: `${TEXT}/400Regular/SourceSans3_400Regular.ttf`, reliable: true },
  { file: `${TEXT}/600SemiBold/SourceSans3_600SemiBold.ttf`, reliable: false },
  { file: `${TEXT}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`, reliable: false },
  { file: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf", reliable: true },
  { file: "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf", reliable: true },
] as const;

export interface Fonts {
  readonly files: readonly Buffer[];
  /** Whether a character can be drawn. */
  covers(codePoint: number): boolean;
}

export function loadFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url);
  const faces = FACES.map(({ file, reliable }) => ({ bytes: readFileSync(resolve(file)), reliable }));
  const coverages = faces.filter((face) => face.reliable).map((face) => coverageOf(face.bytes));
  return {
    files: faces.map((face) => face.bytes),
    covers: (codePoint) => coverages.some((coverage) => coverage.has(codePoint)),
  };
}
