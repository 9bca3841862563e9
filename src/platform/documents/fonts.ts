import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { coverageOf } from "./cmap.ts";

const require = createRequire(import.meta.url);

export interface Fonts {
  readonly files: readonly Buffer[];
  /** Whether a character can be drawn. */
  covers(codePoint: number): boolean;
}

/** Han, kana, hangul and the signs that go with them. */
const FAR_EASTERN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/** Whether a text asks for the far-eastern faces: they weigh ten times all the others, and few documents need them. */
export function isFarEastern(text: string): boolean {
  return FAR_EASTERN.test(text);
}

/**
 * The faces of every document, in the order in which `page.typ` names their families. They come from packages, so a
 * page looks the same on every machine. Typed text may stand in any upright weight: only what it can rely upon there
 * counts as covered, and the fallback families have a single face, which serves for all weights.
 */
export function loadFonts(farEastern = false): Fonts {
  const upright = [
    require.resolve("@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"),
    require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
    require.resolve("@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf"),
    ...(farEastern
      ? [
          require.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
          require.resolve("@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf"),
        ]
      : []),
  ].map((path) => readFileSync(path));
  const variants = [
    require.resolve("@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf"),
    require.resolve("@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf"),
  ].map((path) => readFileSync(path));
  const coverages = upright.map(coverageOf);
  return {
    files: [...upright, ...variants],
    covers: (codePoint) => coverages.some((coverage) => coverage.has(codePoint)),
  };
}
