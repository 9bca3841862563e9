import type { ComponentChildren, JSX } from "preact";
import { Disclosure, EmptyState, formatDateTime, Notice, PageHeader, Pager, Prose, StateTag } from "#src/ui/index.ts";

import type { OutboxMail } from "./outbox.ts";

export interface OutboxPageProps {
  readonly mails: readonly OutboxMail[];
  readonly origin: string;
  /** The demonstration's letter box, open to all. */
  readonly open: boolean;
  readonly next?: string | undefined;
}

export function OutboxPage(props: OutboxPageProps): JSX.Element {
  return (
    <>
      <PageHeader title="Courriels du service" lead="Ce que le service a écrit, du plus récent au plus ancien." />
      {props.open && (
        <Notice tone="info" title="En démonstration, aucun courriel ne part">
          Ils attendent ici : ouvrez-en un et suivez son lien.
        </Notice>
      )}
      {props.mails.length === 0 && (
        <EmptyState title="Aucun courriel">
          <p>Un lien de connexion, une invitation ou un accusé de réception apparaîtra ici.</p>
        </EmptyState>
      )}
      {props.mails.map((mail, index) => (
        <Disclosure key={mail.id} summary={<Summary mail={mail} />} open={props.open && index === 0 && !props.next}>
          <Prose>
            {mail.body.split(/\n{2,}/).map((paragraph, place) => (
              <p key={place}>{lines(paragraph, props.origin)}</p>
            ))}
          </Prose>
        </Disclosure>
      ))}
      <Pager next={props.next} />
    </>
  );
}

function Summary({ mail }: { readonly mail: OutboxMail }): JSX.Element {
  return (
    <>
      <strong>{mail.subject}</strong> {`à ${mail.to}, ${formatDateTime(mail.at)} `}
      <MailState mail={mail} />
    </>
  );
}

function MailState({ mail }: { readonly mail: OutboxMail }): JSX.Element {
  if (mail.sentAt !== null) return <StateTag tone="success" icon="check" label="Parti" quiet />;
  if (mail.failure !== null) return <StateTag tone="danger" icon="warning" label="Échec" quiet />;
  return <StateTag tone="neutral" icon="clock" label="En attente" quiet />;
}

/** A line begins where it does in the mail. Addresses of this service become links; any other text stays text. */
function lines(paragraph: string, origin: string): ComponentChildren {
  return paragraph.split("\n").map((line, index) => {
    const at = line.indexOf(`${origin}/`);
    const url = at < 0 ? "" : (line.slice(at).split(/\s/)[0] ?? "");
    return (
      <>
        {index > 0 && <br />}
        {at < 0 ? line : line.slice(0, at)}
        {at >= 0 && <a href={url}>{url}</a>}
        {at >= 0 && line.slice(at + url.length)}
      </>
    );
  });
}
