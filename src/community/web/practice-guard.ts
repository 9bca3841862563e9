import { memberRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { forbidden, notFound, type RequestContext, requireSignedIn } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { maySeePractice, mayWriteFor } from "../practices/may.ts";
import { isWritable, type Practice } from "../practices/practice.ts";
import { findPracticeBySlug } from "../practices/store.ts";

interface Writing {
  readonly visitor: SignedVisitor;
  readonly practice: Practice;
}

/** The practice of the path, where the visitor may see it. */
export async function loadPractice(c: RequestContext, world: World): Promise<Practice> {
  const visitor = c.get("visitor");
  const slug = c.req.param("slug") ?? "";
  const practice = await inTransaction(world.db, readerOf(visitor), (tx) => findPracticeBySlug(tx, slug));
  return practice !== null && maySeePractice(visitor, practice) ? practice : notFound();
}

/** For who writes for its organisation: others find nothing, its readers are told no. */
export async function ofMember(c: RequestContext, world: World): Promise<Writing> {
  const visitor = requireSignedIn(c);
  const practice = await loadPractice(c, world);
  if (memberRole(visitor, practice.organisationId) === null) notFound();
  if (!mayWriteFor(visitor, practice.organisationId)) forbidden();
  return { visitor, practice };
}

/** The same, while it may still be rewritten. */
export async function toWrite(c: RequestContext, world: World): Promise<Writing> {
  const found = await ofMember(c, world);
  return isWritable(found.practice.state) ? found : notFound();
}
