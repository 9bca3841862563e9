import type { JSX } from "preact";
import { communeByCode } from "#src/territory/index.ts";
import {
  ActionForm,
  Button,
  Card,
  DataTable,
  Day,
  EmptyState,
  ErrorSummary,
  Form,
  type FormError,
  formatSiret,
  Grid,
  LinkButton,
  PageHeader,
  Section,
  SiretField,
  StateTag,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Membership } from "../visitor.ts";
import { kindWords, memberRoleWords, qualiopiWords } from "../web/words.ts";
import { headcountBandLabels } from "./headcount-bands.ts";
import { legalCategoryLabel } from "./legal-categories.ts";
import { opcos } from "./opcos.ts";
import type { Establishment, Organisation } from "./organisation.ts";

export function OrganisationsPage(props: { readonly memberships: readonly Membership[] }): JSX.Element {
  const add = <LinkButton href={urls.newOrganisation.href()}>Ajouter un organisme</LinkButton>;
  if (props.memberships.length === 0) {
    return (
      <>
        <PageHeader title="Mes organismes" />
        <EmptyState title="Vous n’êtes membre d’aucun organisme" action={add}>
          <p>Ajoutez le vôtre par son SIRET, ou ouvrez le lien d’une invitation reçue par courriel.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Mes organismes" actions={add} />
      <Grid>
        {props.memberships.map((membership) => (
          <Card
            key={membership.organisationId}
            level={2}
            title={membership.organisationName}
            href={urls.organisation.href({ id: membership.organisationId })}
            eyebrow={memberRoleWords[membership.role]}
          />
        ))}
      </Grid>
    </>
  );
}

export interface OrganisationPageProps {
  readonly organisation: Organisation;
  /** The reader is one of its people: « déclaré par vous » speaks to them only. */
  readonly isMember: boolean;
  readonly mayEdit: boolean;
  readonly siret?: string;
  readonly errors?: readonly FormError[];
}

export function OrganisationPage(props: OrganisationPageProps): JSX.Element {
  const { organisation, mayEdit } = props;
  const { id } = organisation;
  return (
    <>
      <ErrorSummary errors={props.errors ?? []} />
      <PageHeader
        title={organisation.name}
        eyebrow={kindWords[organisation.kind]}
        meta={<SourceTag organisation={organisation} isMember={props.isMember} />}
        actions={
          <>
            {mayEdit && <LinkButton href={urls.organisationEdit.href({ id })}>Modifier</LinkButton>}
            <LinkButton variant="secondary" href={urls.organisationMembers.href({ id })}>
              Membres
            </LinkButton>
          </>
        }
      />
      <Identity organisation={organisation} />
      {organisation.source === "declared" && mayEdit && (
        <ActionForm action={urls.organisationLookup.href({ id })}>
          <Button variant="secondary" icon="search">
            Vérifier auprès de l’annuaire public
          </Button>
        </ActionForm>
      )}
      <Section title="Lieux">
        <Establishments establishments={organisation.establishments} />
        {mayEdit && (
          <Form action={urls.organisationEstablishments.href({ id })}>
            <SiretField
              name="siret"
              label="SIRET d’un autre lieu du même organisme"
              value={props.siret}
              error={props.errors?.[0]?.message}
            />
            <Button variant="secondary" icon="plus">
              Ajouter ce lieu
            </Button>
          </Form>
        )}
      </Section>
    </>
  );
}

/** Where the identity comes from, always said. */
function SourceTag(props: { readonly organisation: Organisation; readonly isMember: boolean }): JSX.Element {
  return props.organisation.source === "directory" ? (
    <StateTag tone="success" icon="check" label="Vérifié à l’annuaire public" />
  ) : (
    <StateTag
      tone="honey"
      icon="question"
      label={`Déclaré par ${props.isMember ? "vous" : "l’organisme"}, non vérifié`}
    />
  );
}

function Identity({ organisation }: { readonly organisation: Organisation }): JSX.Element {
  const { legalCategory, createdOn, headcountBand } = organisation;
  return (
    <SummaryList
      items={[
        { label: "SIREN", value: organisation.siren },
        { label: "Forme juridique", value: legalCategory && legalCategoryLabel(legalCategory) },
        { label: "Activité principale (NAF)", value: organisation.mainActivity },
        { label: "Date de création", value: createdOn && <Day day={createdOn} /> },
        { label: "Nombre de salariés déclaré", value: organisation.headcount?.toString() },
        { label: "Tranche d’effectif (INSEE)", value: headcountBand && headcountBandLabels[headcountBand] },
        { label: "Déclaration d’activité (NDA)", value: organisation.declarationNumber },
        { label: "Qualiopi", value: qualiopi(organisation) },
        { label: "OPCO", value: organisation.opco && opcos[organisation.opco] },
      ]}
    />
  );
}

function qualiopi(organisation: Organisation): string | null {
  if (organisation.qualiopi === null) return null;
  if (!organisation.qualiopi) return "Non certifié";
  const categories = organisation.qualiopiCategories.map((one) => qualiopiWords[one]);
  return categories.length === 0 ? "Certifié" : `Certifié : ${categories.join(", ")}`;
}

function Establishments(props: { readonly establishments: readonly Establishment[] }): JSX.Element {
  return (
    <DataTable
      caption="Lieux de l’organisme"
      captionHidden
      rows={props.establishments}
      rowKey={(one) => one.siret}
      empty={<p>Aucun lieu.</p>}
      columns={[
        { key: "siret", header: "SIRET", rowHeader: true, cell: (one) => formatSiret(one.siret) },
        { key: "name", header: "Nom", cell: (one) => one.name ?? "" },
        { key: "place", header: "Adresse", cell: placeOf },
        { key: "state", header: "Situation", cell: (one) => stateOf(one) },
      ]}
    />
  );
}

function placeOf(one: Establishment): string {
  const commune = one.commune === null ? null : communeByCode(one.commune);
  const town = [one.postcode, commune?.name].filter(Boolean).join(" ");
  // The directory's address often ends with the town already.
  if (one.address === null) return town;
  return one.postcode !== null && one.address.includes(one.postcode) ? one.address : `${one.address}, ${town}`;
}

function stateOf(one: Establishment): string {
  if (!one.isOpen) return "Fermé";
  return one.isHead ? "Siège" : "Ouvert";
}
