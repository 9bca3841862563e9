import type { JSX } from "preact";
import {
  ActionForm,
  Button,
  Confirm,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  formatDateTime,
  HiddenField,
  PageHeader,
  Section,
  StateTag,
  SummaryList,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { SignedVisitor } from "../visitor.ts";
import { roleInWords } from "../web/words.ts";
import type { OpenSession, RegisteredPasskey } from "./account.ts";

export interface AccountPageProps {
  readonly visitor: SignedVisitor;
  readonly sessions: readonly OpenSession[];
  readonly passkeys: readonly RegisteredPasskey[];
}

export function AccountPage(props: AccountPageProps): JSX.Element {
  const { person } = props.visitor;
  return (
    <>
      <PageHeader title="Mon compte" eyebrow={roleInWords(props.visitor)} />
      <SummaryList
        items={[
          {
            label: "Nom",
            value: person.name,
            action: <a href={urls.accountName.href()}>Modifier</a>,
          },
          { label: "Adresse électronique", value: person.email },
          {
            label: "Courriels que je reçois",
            value: "Rappels et nouvelles",
            action: <a href={urls.accountMails.href()}>Choisir</a>,
          },
        ]}
      />
      <Sessions sessions={props.sessions} />
      <Passkeys passkeys={props.passkeys} />
      <Section title="Supprimer mon compte">
        <Confirm
          id="suppression"
          action={urls.accountDeletion.href()}
          label="Supprimer mon compte"
          title="Supprimer votre compte ?"
          confirmLabel="Supprimer définitivement"
          danger
        >
          <p>
            Vos sessions, vos clés d’accès et vos appartenances disparaissent. Les demandes des organismes restent, avec
            la trace de ce qui a été fait, comme la loi le demande.
          </p>
        </Confirm>
      </Section>
    </>
  );
}

function Sessions(props: { readonly sessions: readonly OpenSession[] }): JSX.Element {
  return (
    <Section
      title="Mes connexions"
      intro="Les appareils où votre compte est ouvert. Fermez ceux que vous ne reconnaissez pas."
    >
      <DataTable
        caption="Connexions ouvertes"
        captionHidden
        rows={props.sessions}
        rowKey={(session) => session.id}
        columns={[
          { key: "device", header: "Appareil", rowHeader: true, cell: (session) => session.device },
          { key: "since", header: "Ouverte le", cell: (session) => formatDateTime(session.since) },
          { key: "close", header: "Fermer", cell: (session) => <SessionAct session={session} /> },
        ]}
      />
      {props.sessions.length > 1 && (
        <ActionForm action={urls.accountSessions.href()}>
          <Button variant="secondary">Fermer toutes les autres</Button>
        </ActionForm>
      )}
    </Section>
  );
}

function SessionAct({ session }: { readonly session: OpenSession }): JSX.Element {
  if (session.current) return <StateTag tone="success" icon="check" label="Celle-ci" />;
  return (
    <ActionForm action={urls.accountSession.href({ session: session.id })}>
      <Button variant="tertiary" size="sm" context={`la connexion de ${session.device}`}>
        Fermer
      </Button>
    </ActionForm>
  );
}

function Passkeys(props: { readonly passkeys: readonly RegisteredPasskey[] }): JSX.Element {
  return (
    <Section
      title="Mes clés d’accès"
      intro="Une clé d’accès vous connecte par le code ou l’empreinte de votre appareil, sans courriel."
    >
      <DataTable
        caption="Clés d’accès enregistrées"
        captionHidden
        rows={props.passkeys}
        rowKey={(passkey) => passkey.id}
        empty={<EmptyState title="Aucune clé d’accès" level={3} />}
        columns={[
          { key: "name", header: "Nom", rowHeader: true, cell: (passkey) => passkey.name },
          {
            key: "since",
            header: "Enregistrée le",
            cell: (passkey) => (passkey.since === null ? "" : formatDateTime(passkey.since)),
          },
          {
            key: "remove",
            header: "Supprimer",
            cell: (passkey) => (
              <ActionForm action={urls.accountPasskey.href({ passkey: passkey.id })}>
                <Button variant="tertiary" size="sm" context={passkey.name}>
                  Supprimer
                </Button>
              </ActionForm>
            ),
          },
        ]}
      />
      <div data-island="passkey" data-action="register" data-next={urls.account.href()} hidden>
        <Button type="button" variant="secondary" icon="plus">
          Enregistrer une clé d’accès sur cet appareil
        </Button>
        <p role="status" data-passkey-status />
      </div>
      <noscript>
        <p>Pour enregistrer une clé d’accès, votre navigateur doit exécuter JavaScript.</p>
      </noscript>
    </Section>
  );
}

/** Asked once, at the first visit; changed at will. */
export function NamePage(props: {
  readonly name: string;
  readonly error?: string | undefined;
  readonly back: string | null;
  readonly first: boolean;
}): JSX.Element {
  return (
    <>
      <ErrorSummary errors={props.error === undefined ? [] : [{ name: "nom", message: props.error }]} />
      <PageHeader
        title={props.first ? "Bienvenue. Comment vous appelez-vous ?" : "Modifier mon nom"}
        lead="Votre nom figure sur ce que vous faites : vos collègues et le service instructeur savent à qui ils ont affaire."
      />
      <Form action={urls.accountName.href()}>
        {props.back !== null && <HiddenField name="retour" value={props.back} />}
        <TextField
          name="nom"
          label="Prénom et nom"
          value={props.name}
          error={props.error}
          autocomplete="name"
          maxLength={120}
        />
        <Button>{props.first ? "Continuer" : "Enregistrer"}</Button>
      </Form>
    </>
  );
}
