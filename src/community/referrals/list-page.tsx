import type { JSX } from "preact";
import {
  DataTable,
  Deadline,
  dayInParis,
  EmptyState,
  formatDay,
  LinkButton,
  PageHeader,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ANSWER_DAYS, type Referral, referralLooks } from "./referral.ts";

/** What the visitor's organisations asked for. */
export function ReferralsPage(props: { readonly referrals: readonly Referral[] }): JSX.Element {
  return (
    <>
      <PageHeader
        title="Mes orientations E3D"
        lead="Les mises en relation avec la direction régionale chargée du développement durable."
        actions={
          <LinkButton href={urls.newReferral.href()} icon="plus">
            Nouvelle demande
          </LinkButton>
        }
      />
      <DataTable
        caption="Orientations demandées"
        captionHidden
        rows={props.referrals}
        rowKey={(one) => one.id}
        empty={<EmptyState title="Aucune demande pour l’instant" />}
        columns={[
          {
            key: "number",
            header: "Numéro",
            rowHeader: true,
            cell: (one) => <Numbered href={urls.referral.href({ id: one.id })} number={one.number} />,
          },
          { key: "organisation", header: "Organisme", cell: (one) => one.organisationName },
          { key: "on", header: "Envoyée le", cell: (one) => formatDay(dayInParis(one.consentedAt)) },
          { key: "state", header: "État", cell: (one) => <StateTag {...referralLooks[one.state]} /> },
        ]}
      />
    </>
  );
}

/** The queue of the E3D service: what waits comes first, with the day by which to answer. */
export function ReferralQueuePage(props: {
  readonly referrals: readonly Referral[];
  readonly today: string;
}): JSX.Element {
  return (
    <>
      <PageHeader
        title="Orientations E3D"
        lead={`Les organismes qui ont demandé à vous être adressés. Une réponse est attendue dans les ${ANSWER_DAYS} jours.`}
      />
      <DataTable
        caption="Orientations reçues"
        captionHidden
        rows={props.referrals}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title="Aucune orientation">
            <p>Elles arrivent ici dès qu’un organisme donne son accord.</p>
          </EmptyState>
        }
        columns={[
          {
            key: "number",
            header: "Numéro",
            rowHeader: true,
            cell: (one) => <Numbered href={urls.referralDesk.href({ id: one.id })} number={one.number} />,
          },
          { key: "organisation", header: "Organisme", cell: (one) => one.organisationName },
          { key: "state", header: "État", cell: (one) => <StateTag {...referralLooks[one.state]} /> },
          { key: "who", header: "Suivie par", cell: (one) => one.takenBy ?? "Personne" },
          {
            key: "due",
            header: "Réponse attendue",
            cell: (one) =>
              one.state === "received" || one.state === "taken-up" ? (
                <Deadline day={dueOn(one)} today={props.today} soon={5} />
              ) : (
                "Donnée"
              ),
          },
        ]}
      />
    </>
  );
}

export function dueOn(referral: Referral): string {
  return dayInParis(referral.consentedAt.add({ hours: 24 * ANSWER_DAYS }));
}

/** A number is read whole, on one line. */
function Numbered(props: { readonly href: string; readonly number: string }): JSX.Element {
  return (
    <a class="es-reference" href={props.href}>
      {props.number}
    </a>
  );
}
