import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";

/** What is done with the programme, in its journal: for agents alone. */
export function note(
  tx: Tx,
  world: World,
  visitor: SignedVisitor,
  chain: string,
  act: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const at = world.clock.now();
  return record(tx, {
    chain,
    at,
    actor: visitor.person.id,
    organisation: null,
    act,
    details,
    visibleToApplicant: false,
  });
}
