import type { JSX } from "preact";
import { readerOf } from "#src/people/index.ts";
import { type RequestContext, respondPage } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { isDoorOpen } from "../door/attendance.ts";
import { doorAddress } from "../door/links.ts";
import { listSigns } from "../door/store.ts";
import { listCrew } from "../occasions/crew.ts";
import { mayOnOccasion, type OccasionPart } from "../occasions/may.ts";
import { isOver, isPublic, type Occasion } from "../occasions/occasion.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import { listQuotas, listRegistrations } from "../registrations/store.ts";
import { requirePart } from "./guard.ts";
import { RunPage } from "./run-page.tsx";

/** A part that another chapter adds to the page of an occasion for who runs it. */
export type RunPart = (world: World, occasion: Occasion, parts: readonly OccasionPart[]) => Promise<JSX.Element | null>;

/** A form that was not taken: all that was typed in it, and what is wrong by the field. */
export interface Refused {
  readonly typed: FormFields;
  readonly errors: FieldErrors;
}

/** The page of an occasion for who runs it, as it is or with what was wrong in a form of it. */
export async function answerRun(
  c: RequestContext,
  world: World,
  runParts: readonly RunPart[],
  refused: Refused | null,
): Promise<Response> {
  const { visitor, occasion, parts } = await requirePart(c, world, "see");
  const mayRead = mayOnOccasion(parts, "read-registrations");
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    quotas: await listQuotas(tx, occasion.id),
    registrations: mayRead ? await listRegistrations(tx, occasion.id) : [],
    crew: mayOnOccasion(parts, "name-crew") ? await listCrew(tx, occasion.id) : [],
    signs: mayRead ? await listSigns(tx, occasion.id) : [],
  }));
  const more = await Promise.all(runParts.map((part) => part(world, occasion, parts)));
  const attended = new Set(found.signs.filter((one) => one.present).map((one) => one.registrationId));
  const page = (
    <RunPage
      occasion={occasion}
      parts={parts}
      {...found}
      attended={attended}
      isOver={isOver(occasion, world.clock.now())}
      typed={refused?.typed ?? {}}
      errors={refused?.errors ?? {}}
      doorAddress={isPublic(occasion) && !isLongOver(world, occasion) ? doorAddress(world, occasion.id) : null}
    >
      {more}
    </RunPage>
  );
  const options = {
    title: occasion.title,
    current: urls.running.href(),
    density: "compact",
    status: refused === null ? 200 : 422,
  } as const;
  return respondPage(c, world, options, page);
}

function isLongOver(world: World, occasion: Occasion): boolean {
  const now = world.clock.now();
  return occasion.endsAt.epochMilliseconds < now.epochMilliseconds && !isDoorOpen(occasion, now);
}
