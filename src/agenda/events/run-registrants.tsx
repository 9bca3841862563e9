import type { JSX } from "preact";
import {
  ActionForm,
  Button,
  CopyLink,
  DataTable,
  EmptyState,
  LinkButton,
  plural,
  Section,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { mayOnOccasion } from "../occasions/may.ts";
import { QrCode } from "../registrations/qr.tsx";
import { sayRoom } from "../registrations/registration-form.tsx";
import { registrationStates } from "../registrations/registration-states.ts";
import type { RunPageProps } from "./run-props.ts";

export function Registrants(props: RunPageProps): JSX.Element {
  const { occasion, registrations, parts } = props;
  const mayMove = mayOnOccasion(parts, "move-registrations");
  return (
    <Section
      id="inscrits"
      title="Les inscrits"
      aside={
        registrations.length > 0 && (
          <LinkButton
            size="sm"
            variant="secondary"
            icon="download"
            href={urls.runOccasionExport.href({ id: occasion.id })}
          >
            Tableur
          </LinkButton>
        )
      }
    >
      <ul>
        {props.quotas.map((quota) => (
          <li
            key={quota.id}
          >{`${quota.label}${"\u00a0"}: ${plural(quota.held, "place prise", "places prises")}${quota.places === null ? "" : ` sur ${quota.places}`}, ${sayRoom(quota)}`}</li>
        ))}
      </ul>
      <DataTable
        caption="Inscrits"
        captionHidden
        rows={registrations}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title="Personne encore" level={3}>
            <p>Les inscriptions apparaîtront ici dès qu’elles arrivent.</p>
          </EmptyState>
        }
        columns={[
          { key: "name", header: "Nom", rowHeader: true, cell: (one) => one.name },
          { key: "structure", header: "Structure", cell: (one) => one.structure },
          { key: "state", header: "État", cell: (one) => <StateTag {...registrationStates[one.state]} /> },
          {
            key: "need",
            header: "Besoin d’accessibilité",
            cell: (one) => one.accessNeed,
          },
          { key: "there", header: "Présent", cell: (one) => (props.attended.has(one.id) ? "Oui" : "") },
          {
            key: "act",
            header: "Action",
            cell: (one) =>
              mayMove && one.state !== "cancelled" ? (
                <>
                  {one.state === "waiting" && one.rank === null && (
                    <ActionForm action={urls.runRegistrationAdmission.href({ id: occasion.id, registration: one.id })}>
                      <Button variant="secondary" size="sm" context={one.name}>
                        Admettre
                      </Button>
                    </ActionForm>
                  )}
                  {!props.isOver && (
                    <ActionForm action={urls.runRegistrationEnd.href({ id: occasion.id, registration: one.id })}>
                      <Button variant="tertiary" size="sm" context={`l’inscription de ${one.name}`}>
                        Annuler
                      </Button>
                    </ActionForm>
                  )}
                </>
              ) : (
                ""
              ),
          },
        ]}
      />
    </Section>
  );
}

export function Door(props: { readonly address: string }): JSX.Element {
  return (
    <Section
      id="porte"
      title="L’entrée"
      intro="Ouvrez cette page depuis un téléphone pour pointer les arrivées ; elle garde les pointages quand le réseau manque."
    >
      <QrCode text={props.address} label="Code qui ouvre la page d’accueil à l’entrée" />
      <CopyLink id="adresse-porte" url={props.address} label="Lien de la page d’entrée" />
    </Section>
  );
}
