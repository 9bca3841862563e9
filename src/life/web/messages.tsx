import type { JSX } from "preact";
import { Button, formatDateTime, LongTextField, machineInstant, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { OpenFile } from "../file.ts";
import type { Message } from "../messages.ts";

export interface MessagesProps {
  readonly file: OpenFile;
  readonly messages: readonly Message[];
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
              </div>
            </li>
          ))}
        </ol>
      )}
      {props.may.write && (
        <form class="es-form" method="post" action={urls.applicationMessages.href({ id: application.id })} novalidate>
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
          <Button variant="secondary" icon="send">
            Envoyer le message
          </Button>
        </form>
      )}
    </Section>
  );
}
