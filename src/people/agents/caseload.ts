import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import type { AgentRole } from "../visitor.ts";

/** Someone who may be given files. */
export interface Receiver {
  readonly id: string;
  readonly name: string;
}

/** What a later slice tells of the bodies where agents sit on a day (ISO), by name; those who sit in none are not there. */
export type Bodies = (tx: Tx, day: string) => Promise<ReadonlyMap<string, readonly string[]>>;

/** What a later slice tells of the files that agents have, so that no role is taken back and leaves them to nobody. */
export interface Caseload {
  /** Roles with which one has files. */
  readonly roles: readonly AgentRole[];
  /** What someone has that still moves. */
  readonly count: (tx: Tx, person: string) => Promise<Load>;
  /** What each agent has that would be nobody's without them, in a few words; those who have nothing are not there. */
  readonly held: (tx: Tx) => Promise<ReadonlyMap<string, readonly string[]>>;
  /** Who may be given files, by name. */
  readonly receivers: (tx: Tx) => Promise<readonly Receiver[]>;
  /** Gives them to someone, or to nobody; those where this someone has an interest go to nobody. */
  readonly handOver: (world: World, tx: Tx, from: string, to: string | null, by: HandedBy) => Promise<HandedOver>;
}

/** Files that still move, and tasks to do, on files of one's own or of others. */
export interface Load {
  readonly files: number;
  readonly tasks: number;
}

export const NO_LOAD: Load = { files: 0, tasks: 0 };

export interface HandedBy {
  /** Null from the command line. */
  readonly actor: string | null;
  readonly at: Temporal.Instant;
}

export interface HandedOver {
  readonly given: number;
  /** Left to be given, to nobody. */
  readonly left: number;
  /** Tasks given; the others wait on their files. */
  readonly tasks: number;
}
