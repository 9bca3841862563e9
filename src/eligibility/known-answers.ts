import type { OpenScheme, Raw } from "#policy/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";

/** What a later slice knows of a visitor's own organisation, as answers to the simulator; null where there is nothing. */
export type KnownAnswers = (
  world: World,
  visitor: SignedVisitor,
  scheme: OpenScheme,
) => Promise<{ readonly raw: Raw; readonly organisation: string } | null>;
