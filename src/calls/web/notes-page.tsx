import type { JSX } from "preact";
import {
  Button,
  ChoiceField,
  ErrorSummary,
  Form,
  formatDateTime,
  LongTextField,
  Notice,
  PageHeader,
  Section,
  TextField,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { PublishedCall } from "../call.ts";
import { type CallNote, LONGEST_NOTE, LONGEST_TITLE } from "../notes.ts";
import type { Typed } from "./desk-forms.tsx";

export interface NotesPageProps {
  readonly call: PublishedCall;
  /** False once the call is closed: what was sent stays readable. */
  readonly isOpen: boolean;
  readonly notes: readonly CallNote[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly typed: Typed;
  readonly errors: Typed;
}

/** The notes that an organisation sent before its file, and where the funder points. */
export function NotesPage(props: NotesPageProps): JSX.Element {
  const funder = useFunder();
  const { call, notes, errors } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow={call.title}
        title="Note d’intention"
        lead={`Quelques lignes sur votre projet, avant le dossier. ${funder.capital} vous oriente\u00a0; sa réponse ne décide rien.`}
      />
      {notes.length > 0 && (
        <Section title="Vos notes">
          {notes.map((one) => (
            <article key={one.id} class="es-card">
              <h3 class="es-card-title">{one.title}</h3>
              <p class="es-hint">{`Envoyée le ${formatDateTime(one.sentAt)} pour ${one.organisation}`}</p>
              <p class="es-lines">{one.body}</p>
              {one.answer === null ? (
                <p>
                  <strong>Sans réponse pour l’instant.</strong> Vous pouvez commencer votre dossier sans l’attendre.
                </p>
              ) : (
                <Notice tone="info" title={`Réponse du ${formatDateTime(one.answer.at)}`}>
                  <span class="es-lines">{one.answer.words}</span>
                </Notice>
              )}
            </article>
          ))}
        </Section>
      )}
      {props.isOpen && <Send {...props} />}
    </>
  );
}

function Send(props: NotesPageProps): JSX.Element {
  const { call, organisations, typed, errors } = props;
  const [only] = organisations;
  if (only === undefined) {
    return <Notice tone="info">Une note s’envoie au nom d’une organisation pour laquelle vous pouvez écrire.</Notice>;
  }
  return (
    <Section title="Envoyer une note">
      <Form action={urls.callNotes.href({ slug: call.slug })}>
        <ChoiceField
          name="organisme"
          label="Au nom de"
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.organisme ?? only.id}
          error={errors.organisme}
        />
        <TextField
          name="titre"
          label="Titre du projet"
          maxLength={LONGEST_TITLE}
          value={typed.titre}
          error={errors.titre}
        />
        <LongTextField
          name="note"
          label="Le projet en quelques lignes"
          hint="Le besoin, ce que vous voulez faire, avec qui, pour combien environ."
          rows={8}
          maxLength={LONGEST_NOTE}
          value={typed.note}
          error={errors.note}
        />
        <Button>Envoyer la note</Button>
      </Form>
    </Section>
  );
}
