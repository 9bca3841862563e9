import type { JSX } from "preact";
import type { FormFields } from "#src/platform/http/forms.ts";
import type { Commune } from "#src/territory/index.ts";
import {
  ActionForm,
  Button,
  ErrorSummary,
  Form,
  formatSiret,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
  SiretField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Lookup } from "./directory.ts";
import type { FieldErrors } from "./organisation-form.ts";
import { OrganisationFields, PlaceFields } from "./organisation-form.tsx";

/** First step: the SIRET alone. */
export function OrganisationSiretPage(props: {
  readonly siret: string;
  /** Where the person was going: a request that waits for its organisation. */
  readonly back: string | null;
  /** What the person said of the organisation before: it is carried to the next step. */
  readonly said: FormFields;
  readonly error?: string;
}): JSX.Element {
  return (
    <>
      <ErrorSummary errors={props.error === undefined ? [] : [{ name: "siret", message: props.error }]} />
      <PageHeader
        title="Ajouter un organisme"
        lead="Donnez le SIRET du lieu qui portera vos demandes : l’annuaire public des entreprises remplit le reste."
      />
      <Form action={urls.newOrganisation.href()}>
        <BackField back={props.back} />
        {Object.entries(props.said).map(([name, value]) => (
          <HiddenField key={name} name={name} value={String(value)} />
        ))}
        <SiretField name="siret" label="Numéro SIRET" value={props.siret} error={props.error} />
        <Button>Continuer</Button>
      </Form>
    </>
  );
}

/** The way back travels with the form. */
function BackField(props: { readonly back: string | null }): JSX.Element | null {
  return props.back === null ? null : <HiddenField name="retour" value={props.back} />;
}

export interface OrganisationDetailsProps {
  readonly siret: string;
  readonly back: string | null;
  readonly lookup: Lookup;
  readonly fields: FormFields;
  readonly errors: FieldErrors;
  readonly matches?: readonly Commune[] | undefined;
}

/** Second step: what the directory said is shown, the rest is asked. */
export function OrganisationDetailsPage(props: OrganisationDetailsProps): JSX.Element {
  const { lookup, siret } = props;
  const company = lookup.status === "found" ? lookup.company : null;
  return (
    <>
      <ErrorSummary errors={Object.entries(props.errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        title={company === null ? "Décrire l’organisme" : "Vérifier et compléter"}
        eyebrow={`SIRET ${formatSiret(siret)}`}
        lead={company === null ? undefined : "Voici ce que dit l’annuaire public. Complétez ce qu’il ne dit pas."}
      />
      <LookupNotice lookup={lookup} />
      <Form action={urls.newOrganisation.href()}>
        <HiddenField name="siret" value={siret} />
        <HiddenField name="etape" value="description" />
        <BackField back={props.back} />
        <OrganisationFields fields={props.fields} errors={props.errors} company={company} />
        {company?.establishments.some((one) => one.siret === siret) !== true && (
          <PlaceFields fields={props.fields} errors={props.errors} matches={props.matches} />
        )}
        <Button>Ajouter cet organisme</Button>
      </Form>
    </>
  );
}

export function LookupNotice(props: { readonly lookup: Lookup }): JSX.Element | null {
  const { lookup } = props;
  switch (lookup.status) {
    case "found":
      if (lookup.company.isOpen) return null;
      return (
        <Notice tone="warning" title="L’annuaire indique que cet organisme a cessé son activité">
          Vérifiez le numéro. Si l’annuaire se trompe, continuez : le service instructeur vérifiera.
        </Notice>
      );
    case "unknown":
      return (
        <Notice tone="warning" title="L’annuaire public ne connaît pas ce numéro">
          L’organisme est peut-être très récent, ou non diffusible. Décrivez-le vous-même : ces informations porteront
          la mention « déclaré par vous, non vérifié ».
        </Notice>
      );
    case "unreachable":
      return (
        <Notice tone="info" title="L’annuaire public ne répond pas en ce moment">
          Décrivez l’organisme vous-même : ces informations porteront la mention « déclaré par vous, non vérifié ». Vous
          pourrez les vérifier plus tard.
        </Notice>
      );
  }
}

/** Someone of this organisation is here already: who is not told, and its owners are asked. */
export function OrganisationTakenPage(props: { readonly siren: string; readonly name: string }): JSX.Element {
  return (
    <>
      <PageHeader
        title="Cet organisme est déjà sur Essaim"
        eyebrow={props.name}
        lead="Une personne de cet organisme l’a déjà ajouté. Demandez à ses responsables de vous y accueillir : ils reçoivent votre nom et votre adresse, et vous répondent ici."
      />
      <ActionForm action={urls.organisationJoining.href()} fields={{ siren: props.siren }}>
        <Button icon="send">Demander à le rejoindre</Button>
      </ActionForm>
      <Prose>
        <p>
          Vous pensez que c’est une erreur ? <a href={urls.contact.href()}>Écrivez au service</a>.
        </p>
        <p>
          <LinkButton variant="tertiary" href={urls.organisations.href()}>
            Revenir à mes organismes
          </LinkButton>
        </p>
      </Prose>
    </>
  );
}
