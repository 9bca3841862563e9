import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { coverageOf } from "./cmap.ts";

const TEXT = "@expo-google-fonts/source-sans-3";

/** The faces of every document, in the order in which `page.typ` names their families. They come with the package, so a page looks the same on every machine. */
const FACES = [
  `${TEXT}/400Regular/SourceSans3_400Regular.ttf`,
  `${TEXT}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`,
  `${TEXT}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  `${TEXT}/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf`,
  "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
] as const;

/** Those of the fallback chain whose characters can be relied upon in any weight and slant. */
const RELIED_UPON = [FACES[4], FACES[6]] as const;

export interface Fonts {
  readonly files: readonly Buffer[];
  /** Whether a character can be drawn. */
  covers(codePoint: number): boolean;
}

export function loadFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url);
  const files = new Map(FACES.map((face) => [face, readFileSync(resolve(face))]));
  const sets = [FACES[0], ...RELIED_UPON].flatMap((face) => {
    const file = files.get(face);
    return file ? [coverageOf(file)] : [];
  });
  return {
    files: [...files.values()],
    covers: (codePoint) => sets.some((set) => set.has(codePoint)),
  };
}
