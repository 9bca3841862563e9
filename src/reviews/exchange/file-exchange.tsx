import type { JSX } from "preact";
import { letterWord } from "#src/life/index.ts";
import { SentFiles } from "#src/life/web/index.ts";
import {
  Button,
  Disclosure,
  FileField,
  FileList,
  formatDateTime,
  formatDay,
  LongTextField,
  StateTag,
  Timeline,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { CompletionRequestRow } from "../file/file-store.ts";
import { errorOf, idIn, KeyField, ListField, may, type ReviewedView, typedIn } from "../file/file-view.tsx";

/** What was asked of the applicant, and whether they answered. */
export function Requests(props: { readonly view: ReviewedView }): JSX.Element {
  const { requests } = props.view.file;
  if (requests.length === 0) return <p class="es-hint">Aucun complément n’a été demandé.</p>;
  const labels = new Map(props.view.asked.map((one) => [one.path, one.label]));
  return (
    <>
      {requests.map((request) => (
        <div class="es-card es-card-plain" key={request.id}>
          <div class="es-card-top">
            <span class="es-eyebrow">
              Demandés le {formatDateTime(request.askedAt)} par {request.askedBy ?? "un agent"}
            </span>
            <StateTag {...requestLook(request)} />
          </div>
          <ul>
            {request.items.map((item) => (
              <li key={item.path}>
                <strong>{labels.get(item.path) ?? item.path}</strong> : {item.message}
              </li>
            ))}
          </ul>
          {request.note !== "" && <p>{request.note}</p>}
        </div>
      ))}
    </>
  );
}

function requestLook(request: CompletionRequestRow) {
  if (request.answeredAt !== null) {
    return { tone: "success", icon: "check", label: `Répondu le ${formatDateTime(request.answeredAt)}` } as const;
  }
  if (request.closedAt !== null) return { tone: "neutral", icon: "minus", label: "Close sans réponse" } as const;
  return {
    tone: "warning",
    icon: "clock",
    label: `Réponse attendue le ${formatDay(request.dueOn)} au plus tard`,
  } as const;
}

export function Messages(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { messages, application } = view.file;
  const form = "messages";
  return (
    <>
      {messages.length === 0 ? (
        <p class="es-hint">Aucun message échangé avec le demandeur.</p>
      ) : (
        <Timeline
          label="Messages"
          events={messages.map((message) => ({
            id: message.id,
            at: message.sentAt,
            icon: "message",
            tone: message.side === "applicant" ? "honey" : "accent",
            title: message.side === "applicant" ? "Le demandeur" : "Le service",
            ...(message.author === null ? {} : { who: message.author }),
            children: (
              <>
                {message.side === "applicant" && message.readAt === null && <span class="es-new">Non lu</span>}
                <p class="es-lines">{message.body}</p>
                <SentFiles
                  files={message.files}
                  href={(file) => urls.reviewMessageFile.href({ id: application.id, file })}
                />
              </>
            ),
          }))}
        />
      )}
      {may(view, "write-message") && (
        <Disclosure summary="Écrire au demandeur" open={view.typed?.form === form || view.template !== null}>
          <Templates view={view} />
          <WritingForm
            view={view}
            form={form}
            action={urls.reviewMessages.href({ id: application.id })}
            field="message"
            label="Votre message"
            hint="Il est gardé dans le dossier et annoncé par courriel."
            button="Envoyer le message"
            rest={view.template ?? ""}
            withFile
          />
        </Disclosure>
      )}
    </>
  );
}

/** The words that may begin the message: choosing one fills the field, and nothing is sent. */
function Templates(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { templates } = view.around;
  return (
    <>
      {templates.length > 0 && (
        <form
          class="es-search-line"
          method="get"
          action={`${urls.review.href({ id: view.file.application.id })}#messages`}
        >
          <ListField view={view} />
          <label class="ds-label" for="modele">
            Modèle
          </label>
          <select class="ds-input" id="modele" name="modele">
            {templates.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <Button variant="secondary" size="sm">
            Remplir avec ce modèle
          </Button>
        </form>
      )}
      {may(view, "read-templates") && (
        <p class="es-hint">
          <a href={urls.reviewTemplates.href()}>Les modèles de messages du service</a>
        </p>
      )}
    </>
  );
}

export function Notes(props: { readonly view: ReviewedView }): JSX.Element {
  const funder = useFunder();
  const { view } = props;
  const { notes, application } = view.file;
  const form = "notes";
  return (
    <>
      {notes.length === 0 ? (
        <p class="es-hint">Aucune note. Les notes ne sont lues que par les agents {funder.of}.</p>
      ) : (
        <Timeline
          label="Notes internes"
          events={notes.map((note) => ({
            id: note.id,
            at: note.writtenAt,
            icon: "pen",
            title: note.author ?? "Un agent",
            children: <p class="es-lines">{note.body}</p>,
          }))}
        />
      )}
      {may(view, "write-note") && (
        <Disclosure summary="Ajouter une note interne" open={view.typed?.form === form}>
          <WritingForm
            view={view}
            form={form}
            action={urls.reviewNotes.href({ id: application.id })}
            field="note"
            label="Votre note"
            hint="Le demandeur ne la lit pas."
            button="Garder la note"
          />
        </Disclosure>
      )}
    </>
  );
}

function WritingForm(props: {
  readonly view: ReviewedView;
  readonly form: string;
  readonly action: string;
  readonly field: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  /** What stands in the field before anything is typed. */
  readonly rest?: string;
  readonly withFile?: true;
}): JSX.Element {
  const { view, form, field } = props;
  return (
    <form
      class="es-form"
      method="post"
      action={props.action}
      enctype={props.withFile === true ? "multipart/form-data" : undefined}
    >
      <KeyField view={view} />
      <LongTextField
        name={field}
        id={idIn(form, field)}
        label={props.label}
        hint={props.hint}
        maxLength={10_000}
        value={typedIn(view, form, field, props.rest)}
        error={errorOf(view, form, field)}
      />
      {props.withFile === true && (
        <FileField
          name="piece"
          id={idIn(form, "piece")}
          label="Fichier joint"
          required={false}
          maxSize={20_000_000}
          error={errorOf(view, form, "piece")}
        />
      )}
      <Button variant="secondary" size="sm">
        {props.button}
      </Button>
    </form>
  );
}

/** Letters and agreements issued: numbered, never changed. */
export function Letters(props: { readonly view: ReviewedView }): JSX.Element {
  const { documents, application } = props.view.file;
  return (
    <FileList
      empty="Aucun document n’a encore été émis."
      files={documents.map((document) => ({
        name: `${letterWord(document.kind, "funder")} ${document.number}`,
        size: document.size,
        href: urls.reviewDocument.href({ id: application.id, document: document.id }),
        note: `émis le ${formatDateTime(document.issuedAt)}`,
      }))}
    />
  );
}
