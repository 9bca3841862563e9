import type { JSX } from "preact";
import {
  Button,
  EmailField,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

export interface SignInPageProps {
  readonly email: string;
  readonly error?: string | undefined;
  /** Path to go back to once signed in. */
  readonly back: string | null;
  readonly proConnect: boolean;
  readonly demo: boolean;
  /** Why an attempt by another way failed. */
  readonly failure?: string | undefined;
}

/** « Se connecter »: link by mail first, then the other ways. Works without JavaScript, save the passkey. */
export function SignInPage(props: SignInPageProps): JSX.Element {
  return (
    <>
      <ErrorSummary errors={props.error === undefined ? [] : [{ name: "email", message: props.error }]} />
      <PageHeader
        title="Se connecter"
        lead="Un seul compte pour vos demandes et vos organismes. S’il n’existe pas encore, il se crée à votre première connexion."
      />
      {props.failure !== undefined && <Notice tone="warning">{props.failure}</Notice>}
      <Section title="Par courriel" intro="Vous recevez un lien qui vous connecte. Il n’y a pas de mot de passe.">
        <Form action={urls.signIn.href()}>
          {props.back !== null && <HiddenField name="retour" value={props.back} />}
          <EmailField
            name="email"
            label="Votre adresse électronique"
            hint="De préférence votre adresse professionnelle. Par exemple : prenom.nom@organisme.fr"
            value={props.email}
            error={props.error}
          />
          <Button icon="send">Recevoir un lien de connexion</Button>
        </Form>
      </Section>
      {props.proConnect && (
        <Section title="Avec ProConnect" intro="Le compte des professionnels et des agents publics.">
          <LinkButton variant="secondary" href={urls.signInProConnect.href({}, { retour: props.back })}>
            S’identifier avec ProConnect
          </LinkButton>
        </Section>
      )}
      <div data-island="passkey" data-action="sign-in" data-next={props.back ?? urls.signIn.href()} hidden>
        <Section title="Avec une clé d’accès" intro="Si vous en avez enregistré une sur votre compte.">
          <Button type="button" variant="secondary" icon="lock">
            Utiliser ma clé d’accès
          </Button>
          <p role="status" data-passkey-status />
        </Section>
      </div>
      {props.demo && (
        <Section title="Pour découvrir le service">
          <Prose>
            <p>
              <a href={urls.demonstration.href({}, { retour: props.back })}>
                Entrer comme une personne de démonstration
              </a>
              , sans adresse électronique.
            </p>
          </Prose>
        </Section>
      )}
    </>
  );
}

/** The same page for an address that is known here and for one that is not. */
export function SignInSentPage(props: { readonly outbox: boolean; readonly minutes: number }): JSX.Element {
  return (
    <>
      <PageHeader
        title="Consultez votre boîte de réception"
        lead={`Un lien de connexion vient de partir à l’adresse que vous avez donnée. Il sert une fois, pendant ${props.minutes} minutes.`}
      />
      <Prose>
        <p>
          Rien ne vient ? Regardez dans les courriers indésirables, vérifiez l’adresse, puis{" "}
          <a href={urls.signIn.href()}>demandez un autre lien</a>. Au plus cinq partent en {props.minutes} minutes : le
          dernier reçu sert encore.
        </p>
        <p>Vous pouvez ouvrir le lien sur un autre appareil : c’est là que vous serez connecté.</p>
        {props.outbox && (
          <p>
            En démonstration, aucun courriel ne part : <a href={urls.outbox.href()}>lisez-le dans la boîte d’envoi</a>.
          </p>
        )}
      </Prose>
    </>
  );
}

/** What the mail's link opens. Only the button uses the link up: mail scanners that follow links do not press it. */
export function SignInLinkPage(props: { readonly token: string }): JSX.Element {
  return (
    <>
      <PageHeader title="Vous y êtes presque" lead="Appuyez sur le bouton pour vous connecter sur cet appareil." />
      <Form action={urls.signInLink.href()}>
        <HiddenField name="jeton" value={props.token} />
        <Button>Me connecter</Button>
      </Form>
    </>
  );
}

export function SignInLinkSpentPage(): JSX.Element {
  return (
    <>
      <PageHeader
        title="Ce lien ne sert plus"
        lead="Un lien de connexion sert une seule fois, et expire après quelques minutes."
      />
      <Prose>
        <p>
          <LinkButton href={urls.signIn.href()}>Demander un autre lien</LinkButton>
        </p>
      </Prose>
    </>
  );
}
