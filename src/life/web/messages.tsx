import type { JSX } from "preact";
import {
  Button,
  FileField,
  formatDateTime,
  formatFileSize,
  LongTextField,
  machineInstant,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { OpenApplication } from "../file.ts";
import type { MessageFile } from "../message-files.ts";
import type { Message } from "../messages.ts";

export interface MessagesProps {
  readonly file: OpenApplication;
  readonly messages: readonly Message[];
  /** Absent where files are not sent with messages: of a draft. */
  readonly messageFiles?: readonly MessageFile[];
  readonly may: { readonly write: boolean };
  readonly fields: { readonly message: Readonly<Record<string, string>> };
  /** What the service sees of the file, where that is not all. */
  readonly note?: string;
  readonly refused?: { readonly message?: string; readonly body?: string } | undefined;
}

/** What both sides wrote, then the place to write. */
export function Messages(props: MessagesProps): JSX.Element {
  const { application } = props.file;
  return (
    <Section id="messages" title="Messages avec le service">
      {props.note !== undefined && <p class="es-hint">{props.note}</p>}
      {props.messages.length === 0 ? (
        <p class="es-hint">Aucun message pour l’instant. Une question sur votre dossier ? Écrivez ici.</p>
      ) : (
        <ol class="es-timeline">
          {props.messages.map((message) => (
            <li key={message.id} data-color={message.side === "funder" ? "info" : "neutral"}>
              <div>
                <p class="es-timeline-title">
                  {message.side === "funder" ? "Le service" : (message.authorName ?? "Votre structure")}
                </p>
                <p class="es-timeline-when">
                  <time dateTime={machineInstant(message.sentAt)}>{formatDateTime(message.sentAt)}</time>
                </p>
                <p class="es-lines">{message.body}</p>
                <SentFiles
                  files={(props.messageFiles ?? []).filter(({ messageId }) => messageId === message.id)}
                  href={(file) => urls.applicationMessageFile.href({ id: application.id, file })}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
      {props.may.write && (
        <form
          class="es-form"
          method="post"
          action={urls.applicationMessages.href({ id: application.id })}
          enctype="multipart/form-data"
          novalidate
        >
          {Object.entries(props.fields.message).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <LongTextField
            name="message"
            label="Votre message"
            maxLength={10_000}
            value={props.refused?.body}
            error={props.refused?.message}
          />
          {props.messageFiles !== undefined && (
            <FileField name="piece" label="Fichier joint" required={false} maxSize={20_000_000} />
          )}
          <Button variant="secondary" icon="send">
            Envoyer le message
          </Button>
        </form>
      )}
    </Section>
  );
}

/** The files sent with a message; one that waits for the antivirus, or failed it, opens for nobody. */
export function SentFiles(props: {
  readonly files: readonly MessageFile[];
  readonly href: (file: string) => string;
}): JSX.Element | null {
  if (props.files.length === 0) return null;
  return (
    <ul>
      {props.files.map(({ id, name, size, scan }) => (
        <li key={id}>
          {scan === "pending" || scan === "infected" ? (
            <>
              {name} ({scan === "pending" ? "analyse antivirus en cours" : "virus trouvé, fichier écarté"})
            </>
          ) : (
            <a href={props.href(id)}>
              {name} <small>({formatFileSize(size)})</small>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
