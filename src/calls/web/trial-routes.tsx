import { day } from "#policy/index.ts";
import { type RequestContext, type Routes, respondPage } from "#src/people/web/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { type FormFields, readForm } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { schemeOfCall } from "../call.ts";
import { exampleUnder, tryFiling } from "../trial.ts";
import { deskOptions, load } from "./desk-answers.tsx";
import { TrialPage } from "./trial-page.tsx";

/** A filing tried at the desk: what is sent is read and answered, and forgotten. */
export function trialRoutes(routes: Routes, world: World): void {
  routes.get(urls.deskCallTrial.pattern, (c) => answerTrial(c, world, null));
  routes.post(urls.deskCallTrial.pattern, async (c) => {
    await load(c, world);
    return answerTrial(c, world, await readForm(c));
  });
}

async function answerTrial(c: RequestContext, world: World, sent: FormFields | null): Promise<Response> {
  const { call } = await load(c, world);
  const scheme = schemeOfCall(call);
  // Judged on the day the call opens: before, its period has not begun.
  const today = day(legalDay(call.opensAt ?? world.clock.now()).toString());
  const page = (
    <TrialPage
      call={call}
      scheme={scheme}
      trial={tryFiling(scheme, call, sent ?? {}, today)}
      example={exampleUnder(scheme, call)}
      isTried={sent !== null}
    />
  );
  return respondPage(c, world, { ...deskOptions(call, "Essayer un dépôt"), scripts: ["commune"] }, page);
}
