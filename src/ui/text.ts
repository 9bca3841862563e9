import type { ComponentChildren } from "preact";

/** Anything that can stand between two tags; strings are always escaped. */
export type Content = ComponentChildren;

/** The colours a state or a notice may take; each also has an icon and a word. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger" | "accent" | "honey";

/** Class names joined, the absent ones left out. */
export function classes(...names: readonly (string | false | undefined | null)[]): string {
  return names.filter(Boolean).join(" ");
}
