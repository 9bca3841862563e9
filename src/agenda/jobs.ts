import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { forgetAgenda } from "./forget.ts";
import { endLapsedOffers } from "./registrations/places.ts";
import { remindSoon } from "./registrations/reminders.ts";
import { tellOfCalls } from "./subscriptions/tell-calls.ts";
import { askEventSurveys } from "./survey/ask.ts";
import { askColdEvaluations, confirmSessions } from "./training/sessions/confirm.ts";

export const TICK = "agenda-tick";

/** Background work of this slice: what time alone makes happen. */
export function agendaJobs(world: World): Jobs {
  return { [TICK]: () => tick(world) };
}

async function tick(world: World): Promise<void> {
  await forgetAgenda(world);
  await endLapsedOffers(world);
  await remindSoon(world);
  await confirmSessions(world);
  await askColdEvaluations(world);
  await askEventSurveys(world);
  await tellOfCalls(world);
}
