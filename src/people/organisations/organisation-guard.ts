import type { World } from "#src/platform/world.ts";
import { mayOnOrganisation, type OrganisationAct } from "../may.ts";
import type { SignedVisitor } from "../visitor.ts";
import type { RequestContext } from "../web/env.ts";
import { forbidden, idParam, notFound, requireSignedIn } from "../web/guard.ts";
import type { Organisation } from "./organisation.ts";
import { loadOrganisation } from "./organisation-store.ts";

/**
 * The organisation of the path, for a visitor who may do this with it. Not signed in: led to sign in. Not theirs or not
 * there: the same 404. Theirs, without this right: 403.
 */
export async function requireOrganisation(
  c: RequestContext,
  world: World,
  act: OrganisationAct,
): Promise<{ readonly visitor: SignedVisitor; readonly organisation: Organisation }> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  if (!mayOnOrganisation(visitor, id, "see")) notFound();
  const organisation = await loadOrganisation(world.db, id);
  if (organisation === null) notFound();
  if (!mayOnOrganisation(visitor, id, act)) forbidden();
  return { visitor, organisation };
}
