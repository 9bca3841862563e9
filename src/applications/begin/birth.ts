import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

/** Where a request is born: an event, and the idea said there, "" where it comes from none. */
export interface Birth {
  /** As addresses name them. */
  readonly event: string;
  readonly idea: string;
  readonly eventTitle: string;
  readonly ideaTitle: string;
}

/** What a later slice knows of events, handed over where slices are assembled. */
export interface Births {
  /** Null where no request can be born there. */
  find(world: World, tx: Tx, named: Pick<Birth, "event" | "idea">): Promise<Birth | null>;
  /** The request names the event from then on. */
  keep(tx: Tx, at: Temporal.Instant, applicationId: string, birth: Birth): Promise<void>;
}
