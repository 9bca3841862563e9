import type { JSX } from "preact";
import { FoldedPictures, PlacesOutside } from "#src/life/web/index.ts";
import { Disclosure, ErrorSummary, Notice } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Papers } from "../answers/file-papers.tsx";
import { Grid } from "../checks/file-grid.tsx";
import { Parties } from "../checks/file-parties.tsx";
import { Points } from "../checks/file-points.tsx";
import { isToJudge } from "../checks/point.ts";
import { Budget } from "../costs/file-budget.tsx";
import { OPINION, OpinionForm, Opinions, SentBack } from "../opinions/file-opinion.tsx";
import { KeysHelp, keysOfReviewed } from "../queue/keys-help.tsx";
import { Actions } from "./file-actions.tsx";
import { ReviewedBar } from "./file-bar.tsx";
import { DoubtBands } from "./file-doubts.tsx";
import { JudgementForm } from "./file-form.tsx";
import { Essentials } from "./file-head.tsx";
import { Rest } from "./file-rest.tsx";
import { isOpenAtFirst } from "./file-sections.ts";
import { Strip } from "./file-strip.tsx";
import { errorsOf, may, type ReviewedView } from "./file-view.tsx";

/**
 * The whole file on one page. Each subject is a band: what was filed at the left, what is judged of it at the right, at
 * the same height; on a small screen the judgement follows what it judges. What passed is folded.
 */
export function ReviewedPage(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  return (
    <div class="es-file" data-keys={view.around.keys ? "on" : "off"}>
      <ReviewedBar view={view} />
      <ErrorSummary errors={errorsOf(view.typed)} />
      {view.typed?.overtakenBy !== undefined && <Overtaken by={view.typed.overtakenBy} />}
      <SentBack view={view} />
      <Strip view={view} />
      <Acts view={view} />
      {may(view, "find") && <JudgementForm view={view} />}
      <Parts view={view} />
      <Bands view={view} />
      <Rest view={view} />
      <KeysHelp
        keys={view.around.keys}
        of={keysOfReviewed}
        back={urls.review.href({ id: view.file.application.id }, view.list.query)}
      />
    </div>
  );
}

/** What can be done now beside the judgement, and the few lines that say what the file is. */
function Acts(props: { readonly view: ReviewedView }): JSX.Element {
  return (
    <div class="es-band es-band-acts">
      <section class="es-presented" aria-labelledby="titre-essentiel">
        <h2 id="titre-essentiel">L’essentiel</h2>
        <Essentials view={props.view} />
      </section>
      <section class="es-judge" id="actions" aria-labelledby="titre-actions" tabIndex={-1}>
        <h2 id="titre-actions">Que faire maintenant</h2>
        <Actions view={props.view} />
      </section>
    </div>
  );
}

/** Others acted while one judged: what one wrote is below, on the file as it is now. */
function Overtaken(props: { readonly by: string }): JSX.Element {
  return (
    <div role="alert" tabIndex={-1} data-focus-on-load>
      <Notice tone="warning" title="Le dossier a changé entre-temps">
        {props.by} agi sur ce dossier depuis que vous avez ouvert la page : rien de votre envoi n’est enregistré. Ce que
        vous aviez écrit est ci-dessous, sur le dossier tel qu’il est maintenant ; les montants sont ceux d’à présent.
        Relisez, puis envoyez à nouveau.
      </Notice>
    </div>
  );
}

/** What later slices bring: the decision, the agreement. */
function Parts(props: { readonly view: ReviewedView }): JSX.Element {
  const sections = props.view.parts.flatMap((part) => part.sections);
  const open = sections.filter(({ id }) => isOpenAtFirst(props.view, id));
  return (
    <>
      {open.map(({ id, title, body }) => (
        <Wide key={id} id={id} title={title}>
          {body}
        </Wide>
      ))}
    </>
  );
}

/** What the answers draw: the calendar, what must be found meanwhile, the places outside. An officer concludes. */
function Drawn({ view }: { readonly view: ReviewedView }): JSX.Element | null {
  if (view.scheme.pictured === undefined) return null;
  const of = { scheme: view.scheme, answers: view.file.answers, assessment: view.instruction.accepted };
  return (
    <section class="es-wide" id="calendrier" aria-labelledby="titre-calendrier" tabIndex={-1}>
      <h2 id="titre-calendrier">Calendrier et trésorerie</h2>
      <PlacesOutside of={of} />
      <FoldedPictures of={of} />
    </section>
  );
}

function Bands(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { checks, grid } = view.instruction;
  const open = checks.filter((check) => isToJudge(view, check));
  return (
    <>
      <Wide
        id="organismes"
        title={view.instruction.asked.funding.parties.length > 1 ? "Les structures" : "L’organisme"}
      >
        <Parties view={view} />
      </Wide>
      <Points view={view} checks={open} />
      <section class="es-wide" id="budget" aria-labelledby="titre-budget" tabIndex={-1}>
        <h2 id="titre-budget">Budget demandé et budget accepté</h2>
        <Budget view={view} />
      </section>
      <Drawn view={view} />
      <DoubtBands view={view} />
      <Wide id="pieces" title="Pièces">
        <Papers view={view} />
      </Wide>
      {grid.length > 0 && (
        <Wide id="grille" title="Grille d’analyse">
          <Grid view={view} />
        </Wide>
      )}
      <section class="es-wide es-judge-wide" id={OPINION} aria-labelledby="titre-avis" tabIndex={-1}>
        <h2 id="titre-avis">Avis</h2>
        <OpinionForm view={view} />
        <Given view={view} />
      </section>
    </>
  );
}

/** The opinions given: the standing one open, those of before an amendment folded. */
function Given(props: { readonly view: ReviewedView }): JSX.Element | null {
  const { view } = props;
  const { opinions, application } = view.file;
  if (application.state !== "under-review") return <Opinions view={view} />;
  if (opinions.length === 0) return null;
  return (
    <Disclosure summary="Avis précédents">
      <Opinions view={view} />
    </Disclosure>
  );
}

function Wide(props: { readonly id: string; readonly title: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <section class="es-wide" id={props.id} aria-labelledby={`titre-${props.id}`} tabIndex={-1}>
      <h2 id={`titre-${props.id}`}>{props.title}</h2>
      {props.children}
    </section>
  );
}
