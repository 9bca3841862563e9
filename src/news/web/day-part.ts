import type { JSX } from "preact";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

/** What a later slice adds to the day of an agent; null for those whom it does not concern. */
export type DayPart = (world: World, tx: Tx, visitor: SignedVisitor) => Promise<JSX.Element | null>;
