import { questionsOf } from "#policy/index.ts";
import { isTellable } from "#src/applications/index.ts";
import { TrackPart } from "#src/applications/web/index.ts";
import { decidedRaw } from "#src/life/index.ts";
import { known } from "#src/platform/database/read.ts";
import { urls } from "#src/urls.ts";
import type { ReviewedPartLoader } from "../file/file-loading.tsx";
import { may, type ReviewedPart, type ReviewedView } from "../file/file-view.tsx";
import { stateLook } from "../web/words.ts";

/** Name of the form that tells what the other funder answers. */
export const TRACK_FORM = "autre-financeur";

/** The two roads of a project in the page of its file. */
export const trackPart: ReviewedPartLoader = (_world, _tx, view) => known(partOf(view));

function partOf(view: ReviewedView): ReviewedPart {
  const { track } = view.scheme;
  const { application, answers, revision } = view.file;
  if (track === undefined) return { sections: [], actions: [] };
  const typed = view.typed?.form === TRACK_FORM ? view.typed : null;
  const mayTell = may(view, "tell-track") && isTellable(application.state);
  const body = (
    <TrackPart
      application={application}
      reading={{
        scheme: view.scheme,
        answers,
        raw: revision.raw,
        allQuestions: questionsOf(view.scheme.form, answers),
        decided: new Set(decidedRaw(view.scheme, application.otherDecision).keys()),
      }}
      ownLook={stateLook(application.state)}
      action={mayTell ? urls.reviewTrack.href({ id: application.id }) : null}
      fields={{ cle: view.newKey(), version: String(application.version) }}
      typed={typed === null ? null : { ...revision.raw, ...typed.fields }}
      refusals={typed?.refusals ?? []}
    />
  );
  return { sections: [{ id: TRACK_FORM, title: `Dossier ${track.name}`, body }], actions: [] };
}
