import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { SignedVisitor } from "#src/people/index.ts";
import { forbidden, idParam, notFound, type RequestContext, requireSignedIn } from "#src/people/web/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { isNotDone, type NotDone, seeOccasion } from "../occasions/act.ts";
import { mayOnOccasion, type OccasionAct, type OccasionPart } from "../occasions/may.ts";
import type { Occasion } from "../occasions/occasion.ts";

/** The occasion of the path, for a visitor who may do this with it: 404 where it is not theirs to see, 403 to do. */
export async function requirePart(
  c: RequestContext,
  world: World,
  act: OccasionAct,
): Promise<{ readonly visitor: SignedVisitor; readonly occasion: Occasion; readonly parts: readonly OccasionPart[] }> {
  const visitor = requireSignedIn(c);
  const seen = await seeOccasion(world, visitor, { id: idParam(c, "id") });
  if (seen === null) notFound();
  if (!mayOnOccasion(seen.parts, act)) forbidden();
  return { visitor, ...seen };
}

/** What an act gave, or the answer of its refusal. */
export function ended<T>(outcome: T | { readonly notDone: NotDone }): T {
  if (!isNotDone(outcome)) return outcome;
  if (outcome.notDone === "absent") notFound();
  if (outcome.notDone === "forbidden") forbidden();
  throw new HTTPException(409);
}

export function versionOf(fields: FormFields): number {
  const version = z.coerce.number().int().safeParse(text(fields, "version"));
  return version.success ? version.data : 0;
}
