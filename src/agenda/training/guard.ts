import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { forbidden, idParam, notFound, type RequestContext, requireSignedIn } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import type { Course } from "./courses/course.ts";
import { findCourse } from "./courses/course-store.ts";
import { mayInTraining, type TrainingAct } from "./may.ts";

/** The visitor who may do this with the programme; other agents are told no, anyone else finds nothing there. */
export function requireTraining(c: RequestContext, act: TrainingAct): SignedVisitor {
  const visitor = requireSignedIn(c);
  if (mayInTraining(visitor, act)) return visitor;
  return mayInTraining(visitor, "see-plan") || mayInTraining(visitor, "see-cost-requests") ? forbidden() : notFound();
}

export async function requireCourse(c: RequestContext, world: World, visitor: SignedVisitor): Promise<Course> {
  const id = idParam(c, "id");
  return (await inTransaction(world.db, readerOf(visitor), (tx) => findCourse(tx, { id }))) ?? notFound();
}

export function yearOf(c: RequestContext): number {
  const year = c.req.param("year") ?? "";
  return /^20\d\d$/.test(year) && Number(year) >= 2015 ? Number(year) : notFound();
}
