import { memberRole, type SignedVisitor } from "#src/people/index.ts";
import { idParam, notFound, type RequestContext, requireSignedIn } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { openProject, type SharedProject } from "./project.ts";

export async function load(c: RequestContext, world: World): Promise<SharedProject> {
  return (await openProject(world, requireSignedIn(c), idParam(c, "partner"))) ?? notFound();
}

export function here({ partner }: SharedProject): string {
  return urls.partnership.href({ partner: partner.id });
}

/** Owners and editors of the partner, while the project is a draft. */
export function mayWrite(visitor: SignedVisitor, { partner, application }: SharedProject): boolean {
  return application.state === "draft" && isWriter(visitor, partner.organisationId);
}

export function isWriter(visitor: SignedVisitor, organisationId: string | null): boolean {
  const role = organisationId === null ? null : memberRole(visitor, organisationId);
  return role === "owner" || role === "editor";
}
