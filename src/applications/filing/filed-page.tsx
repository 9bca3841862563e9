import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import { receiptLater } from "#src/calls/index.ts";
import { type Application, type IssuedDocument, shownDeadline } from "#src/life/index.ts";
import type { Config } from "#src/platform/config.ts";
import {
  ButtonBar,
  Columns,
  formatDateTime,
  formatDay,
  formatFileSize,
  Icon,
  LinkButton,
  Notice,
  Prose,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { stepsAhead } from "./steps-ahead.ts";

export interface FiledPageProps {
  readonly application: Application;
  /** Null until it is made: within the minute, or once the call has closed. */
  readonly receipt: IssuedDocument | null;
  /** Where the receipt goes. */
  readonly email: string;
  readonly today: string;
  readonly funder: Config["funder"];
}

/** The end of filing: it is done, its number, what happens next and until when. */
export function FiledPage(props: FiledPageProps): JSX.Element {
  const { application, funder } = props;
  const { id } = application;
  return (
    <>
      <div class="es-filed">
        <Icon name="check" />
        <div>
          <h1>Votre demande est déposée</h1>
          <p>
            Son numéro
            <strong class="es-filed-number">{application.number}</strong>
          </p>
          <p>
            Reçue le {application.submittedAt === null ? "" : formatDateTime(application.submittedAt)}. {sayMail(props)}
          </p>
          <ButtonBar>
            {props.receipt !== null && (
              <LinkButton href={urls.applicationDocument.href({ id, document: props.receipt.id })} icon="download">
                {`Accusé de réception, PDF, ${formatFileSize(props.receipt.size)}`}
              </LinkButton>
            )}
            <LinkButton href={urls.application.href({ id })} variant={props.receipt === null ? "primary" : "tertiary"}>
              Voir ma demande
            </LinkButton>
          </ButtonBar>
        </div>
      </div>
      <Columns sideAt="end" side={<Silence {...props} />}>
        <Section title="Et maintenant ?" intro="Vous n’avez rien à faire. Nous vous écrivons à chaque étape.">
          <ol class="es-timeline" aria-label="Les étapes qui suivent">
            {[filed(application), ...stepsAhead(application, funder, props.today)].map((step) => (
              <li key={step.title} data-color={step.icon === "check" ? "success" : "neutral"}>
                <span class="es-timeline-dot">
                  <Icon name={step.icon} />
                </span>
                <div>
                  <p class="es-timeline-title">{step.title}</p>
                  {step.when !== undefined && <p class="es-timeline-when">{step.when}</p>}
                  <p>{step.what}</p>
                </div>
              </li>
            ))}
          </ol>
        </Section>
        <Section title="Ce que vous pouvez encore faire">
          <Prose>
            <ul>
              <li>
                <a href={`${urls.application.href({ id })}#messages`}>Écrire au service</a>, par exemple pour signaler
                une erreur
              </li>
              <li>
                <a href={urls.organisationMembers.href({ id: application.organisationId })}>Ajouter une personne</a> qui
                suit la demande
              </li>
              <li>
                <a href={`${urls.application.href({ id })}#actions`}>Retirer la demande</a>
              </li>
            </ul>
          </Prose>
        </Section>
        <Section title="Une question ?">
          <p>
            Citez le numéro <strong>{application.number}</strong>. {funder.service}, {funder.phone},{" "}
            <a href={`mailto:${funder.email}`}>{funder.email}</a>.
          </p>
        </Section>
      </Columns>
    </>
  );
}

function filed({ submittedAt }: Application) {
  const when = submittedAt === null ? undefined : formatDateTime(submittedAt);
  const what = "Tout ce que vous avez déposé est figé et daté. Personne ne peut le changer, vous compris.";
  return { icon: "check", title: "Déposée", when, what } as const;
}

function sayMail({ application, receipt, email }: FiledPageProps): string {
  const { call, submittedAt } = application;
  const later = receipt === null && call !== null && submittedAt !== null ? receiptLater(call, submittedAt) : null;
  return later === null
    ? `Un courriel part à ${email} avec l’accusé de réception.`
    : `L’accusé de réception part à ${email} dès la clôture de l’appel, le ${formatDateTime(later)}.`;
}

/** The law's clock, in the words of every page that tells it (CRPA L231-4). */
function Silence({ application, today }: FiledPageProps): JSX.Element | null {
  const shown = shownDeadline(application, Temporal.PlainDate.from(today));
  if (shown === null || shown.paused) return null;
  return (
    <Notice tone="info" title={`Sans réponse au ${formatDay(shown.day)}`}>
      <p>
        Votre demande est alors considérée comme refusée, et vous pouvez contester ce refus : l’accusé de réception dit
        comment. Une décision peut encore venir après.
      </p>
    </Notice>
  );
}
