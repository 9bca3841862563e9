import type { OpenScheme, Raw } from "#policy/index.ts";
import { type Known, knownOf, prefill } from "#src/life/index.ts";
import { loadOrganisation, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { firstAnswers } from "./begin.ts";

/** What the simulator begins with for a member of one organisation: all that a draft would know of it. Null for others. */
export async function knownAnswers(
  world: World,
  visitor: SignedVisitor,
  scheme: OpenScheme,
): Promise<{ readonly raw: Raw; readonly organisation: string } | null> {
  const [only, ...others] = visitor.memberships;
  if (only === undefined || others.length > 0) return null;
  const organisation = await inTransaction(world.db, readerOf(visitor), (tx) =>
    loadOrganisation(tx, only.organisationId),
  );
  if (organisation === null) return null;
  const known: Known = knownOf(organisation, { name: "", email: "", phone: null, jobTitle: null });
  // Part by part: what a scheme is made of, as it is applied, is not all its own to be spread.
  const { simulatorForm: form, parties, asking } = scheme;
  const begun = asking === undefined ? { form, parties } : { form, parties, asking };
  const raw = prefill(begun, firstAnswers(begun, {}, known, organisation.kind), known);
  return Object.keys(raw).length === 0 ? null : { raw, organisation: organisation.name };
}
