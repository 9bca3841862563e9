import { readTold, trackRevision } from "#src/applications/index.ts";
import { policyDay, schemeOf } from "#src/life/index.ts";
import type { Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { reviewAct } from "../reviewing.ts";
import type { ApplicationAct } from "../web/file-act.ts";
import { TRACK_FORM } from "./track-file.tsx";

/** An officer tells what the other funder of a project answered. */
export function trackFormRoutes(routes: Routes, world: World, act: ApplicationAct): void {
  routes.post(urls.reviewTrack.pattern, (c) =>
    act(c, TRACK_FORM, "C’est noté, et gardé dans le dossier.", TRACK_FORM, (visitor, request, fields) =>
      reviewAct(world, visitor, "tell-track", "track-told", request, (tx, application, at) => {
        const { scheme } = schemeOf(application, policyDay(application.submittedAt ?? at));
        return trackRevision(tx, application, visitor, readTold(scheme, fields), at);
      }),
    ),
  );
}
