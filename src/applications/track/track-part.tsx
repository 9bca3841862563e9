import type { JSX } from "preact";
import { type OtherTrack, type TrackState, type TrackStatus, trackIn, trackPaths } from "#policy/index.ts";
import type { Application, Reading, Refusal } from "#src/life/index.ts";
import {
  Button,
  ButtonBar,
  Disclosure,
  formatDateTime,
  formatDay,
  HiddenField,
  Money,
  NBSP,
  Notice,
  QuestionField,
  type RawAnswers,
  type StateLook,
  StateTag,
  SummaryList,
  useFunder,
} from "#src/ui/index.ts";

export interface TrackPartProps {
  readonly application: Application;
  /** As it was last filed. */
  readonly reading: Pick<Reading, "scheme" | "answers" | "raw" | "allQuestions" | "decided">;
  /** Where this funder's own road stands, in a word. */
  readonly ownLook: StateLook;
  /** Where what is told is sent; null for who only reads. */
  readonly action: string | null;
  /** Hidden fields of the act. */
  readonly fields: Readonly<Record<string, string>>;
  /** What was typed and refused, and why. */
  readonly typed: RawAnswers | null;
  readonly refusals: readonly Refusal[];
}

const looks: Readonly<Record<TrackStatus, StateLook>> = {
  "not-filed": { tone: "neutral", icon: "minus", label: "Dossier pas encore signalé" },
  awaited: { tone: "warning", icon: "clock", label: "Réponse attendue" },
  selected: { tone: "success", icon: "check", label: "Sélectionné" },
  "not-selected": { tone: "danger", icon: "cross", label: "Non retenu" },
};

/** The two roads of a project side by side: this funder's and the other's, and what waits for what. */
export function TrackPart(props: TrackPartProps): JSX.Element | null {
  const funder = useFunder();
  const { track } = props.reading.scheme;
  if (track === undefined) return null;
  const state = trackIn(track, props.reading.answers);
  const isWaiting = state.status === "not-filed" || state.status === "awaited";
  return (
    <>
      <SummaryList
        items={[
          { label: `Dossier ${track.name}`, value: <StateTag {...looks[state.status]} />, note: toldOf(state) },
          {
            label: `Dossier ${funder.short}`,
            value: <StateTag {...props.ownLook} />,
            note:
              props.application.submittedAt === null
                ? undefined
                : `Déposé le ${formatDateTime(props.application.submittedAt)}`,
          },
        ]}
      />
      {props.reading.decided.size > 0 && (
        <p class="es-hint">
          Le service a écrit cette réponse d’après la décision du {track.name}
          {NBSP}: elle ne se change plus ici. Signalez-lui une erreur par un message.
        </p>
      )}
      {isWaiting && (
        <Notice tone="info" title="Ce qui attend">
          {track.waits}
        </Notice>
      )}
      {state.status === "not-selected" && (
        <Notice tone="warning" title={`Le projet n’est pas retenu par le ${track.name}`}>
          {funder.capital} n’intervient qu’en complément.
        </Notice>
      )}
      {props.action !== null && <Tell {...props} track={track} action={props.action} />}
    </>
  );
}

function toldOf({ reference, filedOn, decidedOn, retained }: TrackState) {
  const told = [
    ...(reference === null ? [] : [`Référence ${reference}`]),
    ...(filedOn === null ? [] : [`déposé le ${formatDay(filedOn)}`]),
    ...(decidedOn === null ? [] : [`réponse le ${formatDay(decidedOn)}`]),
  ];
  return (
    <>
      {told.join(", ")}
      {retained !== null && (
        <>
          {told.length > 0 && ". "}Total retenu&nbsp;: <Money cents={retained} />
        </>
      )}
    </>
  );
}

function Tell(props: TrackPartProps & { readonly track: OtherTrack; readonly action: string }): JSX.Element {
  const { track, reading, typed, refusals } = props;
  const raw = typed ?? reading.raw;
  const errors = new Map(
    refusals.flatMap(({ path, message }) => (path === undefined ? [] : [[path, message] as const])),
  );
  const whole = refusals.filter(({ path }) => path === undefined);
  const questions = trackPaths(track).flatMap((path) => {
    const asked = reading.decided.has(path) ? undefined : reading.allQuestions.find((one) => one.path === path);
    return asked === undefined ? [] : [asked];
  });
  return (
    <Disclosure summary={`Dire ce que répond le ${track.name}`} open={refusals.length > 0}>
      <form class="es-form" method="post" action={props.action} novalidate id="suivi-financeur">
        {Object.entries(props.fields).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        {whole.map(({ message }) => (
          <Notice key={message} tone="warning" title={message} />
        ))}
        {questions.map(({ question, path }) => (
          <QuestionField key={path} question={question} path={path} raw={raw} error={errors.get(path)} />
        ))}
        <ButtonBar>
          <Button icon="send">Mettre à jour</Button>
        </ButtonBar>
        <p class="es-hint">Chaque mise à jour est datée et gardée. Elle ne change rien d’autre à ce qui est déposé.</p>
      </form>
    </Disclosure>
  );
}
