import type { JSX } from "preact";
import type { CallOfApplication } from "#src/calls/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { known } from "#src/platform/database/read.ts";
import {
  ActFields,
  mayTakeStep,
  type ReviewedPart,
  type ReviewedPartLoader,
  type ReviewedView,
} from "#src/reviews/web/index.ts";
import { Button, formatDay, LinkButton, Notice, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { nearestTo } from "../nearest.ts";
import { AGREED } from "../outside/granted.ts";
import { findCandidate } from "../store.ts";
import { NearestList } from "./nearest-list.tsx";

/** What a selection brings to the page of a file: let in to the assessment, then where the committee sees it. */
export const selectionPart: ReviewedPartLoader = (_world, tx, view) => {
  const { call } = view.file.application;
  const isSelected = view.scheme.course.road === "committee" && call !== null;
  return known(isSelected ? partOf(tx, view, call) : { sections: [], actions: [] });
};

async function partOf(tx: Tx, view: ReviewedView, call: CallOfApplication): Promise<ReviewedPart> {
  const { application } = view.file;
  const candidate = await findCandidate(tx, application.id);
  const { neighbours } = view.scheme;
  const near = await nearestTo(tx, application.id, neighbours);
  const place = { call: call.id, id: application.id };
  const mayAdmit = mayTakeStep(view, "admit");
  const asked = candidate?.questions.filter(({ answer }) => answer === "").length ?? 0;
  return {
    sections: [
      {
        id: "selection",
        title: "Sélection",
        body: (
          <>
            {asked > 0 && (
              <Notice tone="warning" title="Une question attend votre réponse">
                <BodyAsks />
              </Notice>
            )}
            <ToAmend view={view} />
            <p>
              <LinkButton variant="secondary" href={urls.candidate.href(place)}>
                Fiches, avis, décision du comité
              </LinkButton>
            </p>
          </>
        ),
      },
      ...(neighbours === undefined
        ? [{ id: "proches", title: "Projets, pratiques et formations voisins", body: <NearestList near={near} /> }]
        : []),
    ],
    ...(neighbours === undefined
      ? {}
      : { beside: { criterion: neighbours.criterion, body: <NearestList near={near} /> } }),
    actions: mayAdmit ? [<AdmitForm key="admit" view={view} place={place} />] : [],
    ...(mayAdmit && leftToConclude(view) === 0 ? { next: "Admettre à l’évaluation" } : {}),
  };
}

const CHANGED = ["outside-aid-withdrawn", "outside-aid-lowered"];

/** Another funder's word since the agreement was made, that no amendment follows yet. */
function ToAmend({ view: { file } }: { readonly view: ReviewedView }): JSX.Element | null {
  const { otherDecision: word, state } = file.application;
  // The journal begins with its last line.
  const last = file.journal.find(({ act }) => act === "agreement-amended" || CHANGED.includes(act));
  if (word === null || last === undefined || !CHANGED.includes(last.act) || !AGREED.includes(state)) return null;
  const what = word.selected ? "a baissé son total retenu" : "a retiré son aide";
  return (
    <Notice tone="warning" title="Un avenant est à établir">
      <p>{`L’autre financeur ${what} le ${formatDay(word.decidedOn)} (${word.reference}).`}</p>
    </Notice>
  );
}

function BodyAsks(): JSX.Element {
  return <p>Un organisme qui instruit avec {useFunder().the} vous interroge sur ce dossier.</p>;
}

function AdmitForm(props: {
  readonly view: ReviewedView;
  readonly place: { readonly call: string; readonly id: string };
}): JSX.Element {
  return (
    <form class="es-action" method="post" action={urls.candidateAdmission.href(props.place)}>
      <ActFields view={props.view} />
      <Button icon="check">Admettre à l’évaluation</Button>
      {leftToConclude(props.view) > 0 && <p class="es-hint">Il reste des points à conclure avant.</p>}
    </form>
  );
}

/** What is still to conclude before the assessment; what another selection will say is not. */
function leftToConclude({ instruction, scheme }: ReviewedView): number {
  return instruction.left.filter(({ subject }) => subject !== scheme.course.after?.provision).length;
}
