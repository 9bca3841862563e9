import type { Temporal } from "temporal-polyfill";
import type { OpenScheme } from "#policy/index.ts";
import type { World } from "#src/platform/world.ts";

/** A call that is open now: its scheme, judged by the terms that it fixes. */
export interface OpenCall {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly scheme: OpenScheme;
  readonly closesAt: Temporal.Instant;
  /** « Clôture le 28 janvier 2027 à 12 h 00, dans 58 jours ». */
  readonly calendar: string;
}

/** What the slice of calls tells of those that are open: the doors bring it here. */
export interface OpenCalls {
  /** By the name in its address; null where no open call has it. */
  find(world: World, slug: string): Promise<OpenCall | null>;
  /** The next to close first. */
  list(world: World): Promise<readonly OpenCall[]>;
}
