import type { ComponentChildren, JSX } from "preact";
import {
  ActionForm,
  Answer,
  Button,
  ButtonBar,
  Confirm,
  capital,
  formatDateTime,
  PageHeader,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Days } from "../occasions/days.tsx";
import type { Occasion, Slot } from "../occasions/occasion.ts";
import { calendarAddress, sayWhen, sayWhere } from "../occasions/words.ts";
import { QrCode } from "./qr.tsx";
import type { Registration } from "./registration.ts";

export interface RegistrationPageProps {
  readonly occasion: Occasion;
  readonly registration: Registration;
  readonly ticket: string;
  /** What the code of the ticket opens, at the door. */
  readonly doorAddress: string;
  /** Rank in the queue; null for who does not wait. */
  readonly place: number | null;
  readonly isOver: boolean;
  readonly days: readonly Slot[];
  readonly children?: ComponentChildren;
}

/** One's own registration, by the link of its mails: where one stands, the ticket, and how to give it up. */
export function RegistrationPage(props: RegistrationPageProps): JSX.Element {
  const { occasion, registration } = props;
  const where = sayWhere(occasion);
  return (
    <>
      <PageHeader
        eyebrow="Votre inscription"
        title={occasion.title}
        lead={[capital(sayWhen(occasion)), where].filter((part) => part !== "").join(". ")}
      />
      <Standing {...props} />
      <Days days={props.days} />
      {registration.state !== "cancelled" && (
        <p class="es-agenda-links">
          <a href={urls.agendaItem.href({ slug: occasion.slug })}>Le programme</a>
          <a href={calendarAddress(occasion)}>Ajouter à mon calendrier</a>
        </p>
      )}
      {registration.state === "registered" && occasion.link !== "" && (
        <Section title="Suivre à distance">
          <p>
            <a href={occasion.link}>{occasion.link}</a>
          </p>
        </Section>
      )}
      {props.children}
      {registration.state === "registered" && !props.isOver && (
        <Section title="Votre billet" intro="Montrez ce code à l’entrée, sur votre téléphone ou imprimé.">
          <QrCode text={props.doorAddress} label={`Code d’entrée de ${registration.name}`} />
          <p>{registration.name}</p>
        </Section>
      )}
      {registration.enteredByName !== null && registration.state !== "cancelled" && (
        <Section title="Qui vous a inscrit ?">
          <p>
            {`${registration.enteredByName} a donné votre nom et votre adresse pour vous inscrire. Si vous n’êtes pas d’accord, vos données sont effacées aussitôt.`}
          </p>
          <ActionForm action={urls.registrationEnd.href({ ticket: props.ticket })} fields={{ motif: "opposition" }}>
            <Button variant="secondary">Je ne veux pas être inscrit</Button>
          </ActionForm>
        </Section>
      )}
      {!props.isOver && <GiveUp {...props} />}
    </>
  );
}

function Standing(props: RegistrationPageProps): JSX.Element {
  const { registration, ticket } = props;
  switch (registration.state) {
    case "unconfirmed":
      return (
        <Answer tone="info" icon="info" title="Confirmez votre inscription">
          <p>Votre place est prise quand vous confirmez.</p>
          <ActionForm action={urls.registrationConfirmation.href({ ticket })}>
            <Button>Confirmer mon inscription</Button>
          </ActionForm>
        </Answer>
      );
    case "registered":
      return (
        <Answer tone="success" icon="check" title="Vous êtes inscrit">
          <p>{props.isOver ? "Ce rendez-vous a eu lieu." : "Votre place est retenue."}</p>
        </Answer>
      );
    case "waiting":
      if (registration.rank === null) {
        return (
          <Answer tone="warning" icon="clock" title="Votre inscription attend l’accord de l’opérateur">
            <p>Vous avez été plusieurs fois attendu sans venir ni prévenir. Il vous répondra.</p>
          </Answer>
        );
      }
      return (
        <Answer tone="warning" icon="clock" title={`Liste d’attente, ${ordinal(props.place ?? 1)} rang`}>
          <p>Si une place se libère, un courriel vous la propose. Vous pouvez quitter la liste à tout moment.</p>
        </Answer>
      );
    case "offered":
      return (
        <Answer tone="success" icon="bell" title="Une place s’est libérée pour vous">
          <p>
            {registration.offeredUntil !== null &&
              `Elle vous est gardée jusqu’au ${formatDateTime(registration.offeredUntil)}.`}
          </p>
          <ActionForm action={urls.registrationOffer.href({ ticket })}>
            <Button>Prendre cette place</Button>
          </ActionForm>
        </Answer>
      );
    case "cancelled":
      return (
        <Answer tone="info" icon="cross" title="Cette inscription est annulée">
          <ButtonBar>
            <a href={urls.agendaItem.href({ slug: props.occasion.slug })}>Voir ce rendez-vous</a>
            <a href={urls.agenda.href()}>Voir l’agenda</a>
          </ButtonBar>
        </Answer>
      );
  }
}

function ordinal(rank: number): string {
  return rank === 1 ? "1er" : `${rank}e`;
}

const giveUpWords = {
  unconfirmed: { label: "Ne pas m’inscrire", title: "Effacer cette demande ?" },
  registered: { label: "Renoncer à ma place", title: "Renoncer à votre place ?" },
  waiting: { label: "Quitter la liste d’attente", title: "Quitter la liste d’attente ?" },
  offered: { label: "Laisser cette place", title: "Laisser cette place à la personne suivante ?" },
} as const;

function GiveUp(props: RegistrationPageProps): JSX.Element | null {
  const { registration, ticket } = props;
  if (registration.state === "cancelled") return null;
  const words = giveUpWords[registration.state];
  return (
    <Confirm
      id="renoncer"
      action={urls.registrationEnd.href({ ticket })}
      fields={{ etat: registration.state }}
      label={words.label}
      title={words.title}
      confirmLabel={words.label}
    >
      <p>
        {registration.state === "registered"
          ? "Votre place est proposée tout de suite à la personne suivante."
          : "Vous pourrez vous inscrire de nouveau, à la suite des autres."}
      </p>
    </Confirm>
  );
}
