import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import type { AdoptedDecision } from "#src/committees/index.ts";
import {
  Button,
  CheckField,
  DayField,
  Form,
  fieldId,
  formatDateTime,
  formatDay,
  HiddenField,
  LongTextField,
  Section,
  SelectField,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Call, type PublishedCall, phaseOf } from "../call.ts";
import { type CallNote, LONGEST_NOTE } from "../notes.ts";
import type { CallQuestion } from "../questions.ts";

/** What was typed in one of the desk's short forms, or what is wrong, by the field. */
export type Typed = Readonly<Record<string, string>>;

interface FormProps {
  readonly call: Call;
  readonly typed: Typed;
  readonly errors: Typed;
}

/** The committee's vote of the weights as they stand. */
export function VoteForm({
  call,
  typed,
  errors,
  adopted,
  opened,
}: FormProps & { readonly adopted: readonly AdoptedDecision[]; readonly opened: ReadonlySet<string> }): JSX.Element {
  const { gridVote } = call;
  const voted = adopted.find(({ item }) => item === gridVote?.item);
  return (
    <Section
      id="vote"
      title="Vote de la grille"
      intro={
        gridVote === null
          ? "Les poids sont une proposition : le comité de l’appel les vote. Un poids qui change ensuite demande un autre vote."
          : `Poids votés le ${formatDay(gridVote.on)} par ${gridVote.by}. Un poids qui change demande un autre vote.`
      }
    >
      {voted !== undefined && opened.has(voted.item) && (
        <p>
          <a href={urls.meeting.href({ slug: voted.slug, number: String(voted.meeting) })}>{voted.title}</a>
        </p>
      )}
      <Form action={urls.deskCallVote.href({ id: call.id })}>
        <HiddenField name="version" value={String(call.version)} />
        {adopted.length > 0 && (
          <SelectField
            name="decision"
            label="Décision d’un comité de sélection"
            hint="Son jour est repris. Sinon, dites ci-dessous qui a voté, et quand."
            required={false}
            options={adopted.map(({ item, title, committee, decidedOn }) => ({
              value: item,
              label: `${formatDay(decidedOn)}, ${committee}\u00a0: ${title}`,
            }))}
            value={typed.decision ?? gridVote?.item ?? undefined}
            error={errors.decision}
          />
        )}
        <TextField
          name="comite"
          label="Comité qui a voté"
          value={typed.comite ?? gridVote?.by}
          error={errors.comite}
          required={adopted.length === 0}
          maxLength={200}
        />
        <DayField
          name="vote"
          label="Jour du vote"
          required={adopted.length === 0}
          value={typed.vote}
          error={errors.vote}
        />
        <Button variant="secondary">Inscrire le vote</Button>
      </Form>
    </Section>
  );
}

/** An act that must say why. */
export function ReasonForm(
  props: FormProps & {
    readonly step: "renvoi" | "retrait";
    readonly title: string;
    readonly intro?: string;
    readonly label: string;
  },
): JSX.Element {
  const { call, step, typed, errors } = props;
  return (
    <Section title={props.title} intro={props.intro}>
      <Form action={urls.deskCallStep.href({ id: call.id, step })}>
        <HiddenField name="version" value={String(call.version)} />
        <LongTextField
          name="motif"
          id={fieldId(`motif-${step}`)}
          label="Motif"
          rows={3}
          maxLength={1_000}
          value={typed.motif}
          error={errors[`motif-${step}`]}
        />
        <Button variant="secondary">{props.label}</Button>
      </Form>
    </Section>
  );
}

/** A later closing, the same for all. */
export function ExtensionForm(
  props: Omit<FormProps, "call"> & {
    readonly call: PublishedCall;
    readonly now: Temporal.Instant;
    readonly lastDayToExtend: Temporal.PlainDate | null;
  },
): JSX.Element {
  const { call, typed, errors } = props;
  const last = props.lastDayToExtend === null ? "" : `, le ${formatDay(props.lastDayToExtend)} au plus tard`;
  const isClosed = phaseOf(call, props.now) === "closed";
  return (
    <Section
      id="prolonger"
      title="Prolonger"
      intro={
        isClosed
          ? `L’appel est clos depuis le ${formatDateTime(call.closesAt)}. Seule une panne constatée permet de le prolonger, dans les trois jours ouvrés${last}.`
          : `Clôture le ${formatDateTime(call.closesAt)}. La nouvelle clôture vaut pour tous ; chaque personne qui tient un brouillon est prévenue.`
      }
    >
      <Form action={urls.deskCallExtension.href({ id: call.id })}>
        <HiddenField name="version" value={String(call.version)} />
        <DayField name="jour" label="Nouveau jour de clôture" value={typed.jour} error={errors.jour} />
        <TextField
          name="heure"
          label="Heure"
          hint="Par exemple : 12 h."
          width="s"
          value={typed.heure}
          error={errors.heure}
        />
        <LongTextField name="motif" label="Motif" rows={3} maxLength={1_000} value={typed.motif} error={errors.motif} />
        <CheckField
          name="panne"
          label="Le service a été en panne, et c’est constaté"
          required={false}
          checked={typed.panne === "oui"}
          error={errors.panne}
        />
        <Button variant="secondary">Prolonger l’appel</Button>
      </Form>
    </Section>
  );
}

/** Questions asked: the answer is published without the name of who asked. */
export function QuestionForms(
  props: FormProps & { readonly questions: readonly CallQuestion[]; readonly may: { readonly answer: boolean } },
): JSX.Element {
  const { call, questions, may, typed, errors } = props;
  const isTyped = (id: string) => `question-${id}` in errors || `reponse-${id}` in errors;
  return (
    <Section id="questions" title="Questions reçues">
      {questions.map(({ id, body, askedAt, answer }) => (
        <article key={id} class="es-card">
          <p class="es-hint">{`Posée le ${formatDateTime(askedAt)}`}</p>
          <p class="es-lines">{body}</p>
          {may.answer ? (
            <Form action={urls.deskCallAnswer.href({ id: call.id, question: id })}>
              <LongTextField
                id={fieldId(`question-${id}`)}
                name="question"
                label="La question, sans aucun nom"
                rows={2}
                maxLength={4_000}
                value={isTyped(id) ? typed.question : (answer?.question ?? body)}
                error={errors[`question-${id}`]}
              />
              <LongTextField
                id={fieldId(`reponse-${id}`)}
                name="reponse"
                label="La réponse, pour tous"
                rows={3}
                maxLength={8_000}
                value={isTyped(id) ? typed.reponse : answer?.answer}
                error={errors[`reponse-${id}`]}
              />
              <Button variant="secondary">{answer === null ? "Publier la réponse" : "Corriger la réponse"}</Button>
            </Form>
          ) : (
            <p class="es-lines">{answer?.answer ?? "Sans réponse pour l’instant."}</p>
          )}
        </article>
      ))}
    </Section>
  );
}

/** Notes received before the files: what is answered points the way, and decides nothing. */
export function NoteForms(
  props: FormProps & { readonly notes: readonly CallNote[]; readonly may: { readonly answer: boolean } },
): JSX.Element {
  const { call, notes, may, typed, errors } = props;
  return (
    <Section id="notes" title="Notes d’intention" intro="Votre réponse oriente ; elle ne décide rien.">
      {notes.map(({ id, organisation, title, body, sentAt, answer }) => (
        <article key={id} class="es-card">
          <h3 class="es-card-title">{title}</h3>
          <p class="es-hint">{`${organisation}, le ${formatDateTime(sentAt)}`}</p>
          <p class="es-lines">{body}</p>
          {may.answer ? (
            <Form action={urls.deskCallNote.href({ id: call.id, note: id })}>
              <LongTextField
                id={fieldId(`reponse-${id}`)}
                name="reponse"
                label="Votre réponse"
                rows={3}
                maxLength={LONGEST_NOTE}
                value={errors[`reponse-${id}`] === undefined ? answer?.words : typed.reponse}
                error={errors[`reponse-${id}`]}
              />
              <Button variant="secondary">{answer === null ? "Répondre" : "Corriger la réponse"}</Button>
            </Form>
          ) : (
            <p class="es-lines">{answer?.words ?? "Sans réponse pour l’instant."}</p>
          )}
        </article>
      ))}
    </Section>
  );
}
