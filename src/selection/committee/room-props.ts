import type { Call } from "#src/calls/index.ts";
import type { CallStanding, Rules } from "../standing.ts";
import type { Tried } from "./room.ts";
import type { Session } from "./session.ts";

/** All that the screen of the room shows. */
export interface RoomProps {
  readonly call: Call;
  readonly rules: Rules;
  readonly standing: CallStanding;
  readonly session: Session | null;
  readonly funderName: (code: string) => string;
  /** The project in session, by its rank. */
  readonly rank: number | null;
  readonly tried: Tried | null;
  readonly typed: (name: string) => string;
  /** The files for which the reader leaves the room. */
  readonly left: readonly string[];
  readonly mayRun: boolean;
  readonly now: string;
  readonly newKey: () => string;
}
