import type { JSX } from "preact";
import {
  ActionForm,
  Button,
  ButtonBar,
  ChoiceField,
  Form,
  formatDateTime,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { OpenInvitation } from "./answer.ts";
import { titleOf } from "./mails.ts";

export interface InvitationPageProps {
  readonly invitation: OpenInvitation;
  readonly schemeName: string;
  readonly isSignedIn: boolean;
  /** Where its answer is sent, and where to come back to after signing in. */
  readonly action: string;
  readonly here: string;
  readonly cle: string;
  /** The organisations of the visitor that may answer. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly error?: string | undefined;
}

/** What an invitation asks, before anything of the project is read: then one answer. */
export function InvitationPage(props: InvitationPageProps): JSX.Element {
  const { partner, application } = props.invitation;
  return (
    <>
      <PageHeader
        eyebrow={props.schemeName}
        title={`${application.organisationName} vous propose un projet commun`}
        lead={`${titleOf(application)}. Vous pouvez répondre jusqu’au ${formatDateTime(partner.expiresAt)}.`}
      />
      <Prose>
        <p>Si vous acceptez :</p>
        <ul>
          <li>vous lisez tout le projet, à tout moment, sans la rémunération de personne</li>
          <li>vous écrivez votre partie : votre structure, ce qu’elle fait, ce qu’elle apporte</li>
          <li>vous la confirmez ; le projet n’est pas déposé sans cela</li>
          <li>vous pouvez quitter le projet tant qu’il n’est pas déposé</li>
        </ul>
        <p>{application.organisationName} est le chef de file : il dépose seul et porte toutes les dépenses.</p>
      </Prose>
      {props.isSignedIn ? <Answers {...props} /> : <SignIn {...props} />}
    </>
  );
}

function SignIn(props: InvitationPageProps): JSX.Element {
  return (
    <Prose>
      <p>Connectez-vous pour répondre. Si vous n’avez pas de compte, il se crée à ce moment-là.</p>
      <p>
        <LinkButton href={urls.signIn.href({}, { retour: props.here })}>Me connecter</LinkButton>
      </p>
    </Prose>
  );
}

function Answers(props: InvitationPageProps): JSX.Element {
  const { organisations, here } = props;
  const [only] = organisations;
  return (
    <>
      {props.error !== undefined && <Notice tone="danger" title={props.error} />}
      {organisations.length === 0 ? (
        <Notice tone="info" title="Il vous faut d’abord une structure" headingLevel={2}>
          <p>
            On accepte au nom d’une structure dont on est responsable ou rédacteur
            {props.invitation.partner.siren === null
              ? ""
              : `\u00a0; ici, celle du SIREN ${props.invitation.partner.siren}`}
            .
          </p>
          <p>
            <LinkButton href={urls.newOrganisation.href({}, { retour: here })} icon="plus">
              Ajouter ma structure
            </LinkButton>
          </p>
        </Notice>
      ) : (
        <Form action={props.action} label="Accepter l’invitation">
          <HiddenField name="cle" value={props.cle} />
          <HiddenField name="reponse" value="accepter" />
          {organisations.length === 1 ? (
            <HiddenField name="organisme" value={only?.id ?? ""} />
          ) : (
            <ChoiceField
              name="organisme"
              label={"Au nom de quelle structure\u202f?"}
              as="radios"
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              value={only?.id}
            />
          )}
          <ButtonBar>
            <Button icon="check">
              {organisations.length === 1 ? `Accepter pour ${only?.name ?? ""}` : "Accepter"}
            </Button>
          </ButtonBar>
        </Form>
      )}
      <ActionForm action={props.action} fields={{ cle: props.cle, reponse: "decliner" }}>
        <Button variant="tertiary">Décliner l’invitation</Button>
      </ActionForm>
    </>
  );
}
