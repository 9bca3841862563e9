import type { JSX } from "preact";
import { acceptOf, LARGEST_FILE, typesInWords } from "#src/platform/receiving/index.ts";
import {
  Button,
  ChoiceField,
  ErrorSummary,
  FileField,
  Form,
  type FormError,
  formatDateTime,
  KEPT_BUT_FILE,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
  Section,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Claimed } from "./acts.ts";
import { paperKinds, type Standing } from "./belonging.ts";
import { sayWay } from "./words.ts";

/** What a paper of belonging may be. */
export const PROOF_TYPES: readonly string[] = ["application/pdf", "image/jpeg"];

export interface ProofPageProps {
  readonly organisation: Claimed;
  readonly standing: Standing;
  readonly email: string;
  /** Its domain; null where anyone may open a letter box there. */
  readonly domain: string | null;
  readonly proConnect: boolean;
  readonly errors: readonly FormError[];
  readonly typed: { readonly page: string; readonly kind: string };
}

/** Shows that one belongs to an organisation: what for, where that stands, and three ways. */
export function ProofPage(props: ProofPageProps): JSX.Element {
  const { organisation, standing } = props;
  return (
    <>
      <ErrorSummary errors={props.errors} kept={KEPT_BUT_FILE} />
      <PageHeader
        eyebrow={organisation.name}
        title="Montrer que vous agissez pour cet organisme"
        lead="Avant le premier dépôt, le service vérifie que vous en êtes bien : personne ne peut ainsi demander une aide à sa place. Vous pouvez préparer votre demande sans attendre."
      />
      <Where {...props} />
      {standing.kind !== "proved" && (
        <>
          <Prose>
            <p>
              {standing.kind === "waiting"
                ? "Vous pouvez aussi prendre une autre voie, si elle va plus vite."
                : "Une seule de ces voies suffit, une fois pour toutes vos demandes."}
            </p>
          </Prose>
          {props.proConnect && <ByProConnect {...props} />}
          {waitingWay(standing) !== "mail" && <ByMail {...props} />}
          {waitingWay(standing) !== "paper" && <ByPaper {...props} />}
        </>
      )}
    </>
  );
}

/** What waits already is not asked again. */
function waitingWay(standing: Standing) {
  return standing.kind === "waiting" ? standing.proof.way : null;
}

function Where({ standing }: ProofPageProps): JSX.Element | null {
  switch (standing.kind) {
    case "none":
      return null;
    case "proved":
      return (
        <Notice tone="success" title="C’est fait : vous pouvez déposer pour cet organisme" headingLevel={2}>
          <p>{sayWay(standing.way, standing.what)}</p>
          <p>
            <LinkButton href={urls.dashboard.href()} icon="arrow-right" iconAt="end">
              Aller à mes demandes
            </LinkButton>
          </p>
        </Notice>
      );
    case "waiting":
      return (
        <Notice tone="info" title="Le service vérifie ce que vous avez donné" headingLevel={2}>
          <p>
            {sayWay(standing.proof.way, standing.proof.what)} Donné le {formatDateTime(standing.proof.givenAt)}. Un
            courriel vous dira la réponse. Vous pouvez continuer votre demande ; seul le dépôt attend.
          </p>
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="warning" title="Ce que vous avez donné ne suffit pas" headingLevel={2}>
          <p>{sayWay(standing.proof.way, standing.proof.what)}</p>
          <p>Pourquoi : {standing.proof.reason}</p>
          <p>
            Donnez autre chose ci-dessous, ou écrivez-nous : <a href={urls.contact.href()}>nous contacter</a>.
          </p>
        </Notice>
      );
  }
}

function ByProConnect({ organisation }: ProofPageProps): JSX.Element {
  const retour = urls.organisationProof.href({ id: organisation.id });
  return (
    <Section
      title="Avec ProConnect, aussitôt"
      intro="ProConnect dit au service le SIRET où vous travaillez. S’il est celui de l’organisme, il n’y a rien d’autre à faire."
    >
      <LinkButton variant="secondary" href={urls.signInProConnect.href({}, { retour })}>
        Me connecter avec ProConnect
      </LinkButton>
    </Section>
  );
}

function ByMail(props: ProofPageProps): JSX.Element {
  const { organisation, domain, email, errors, typed } = props;
  const title = "Avec votre adresse électronique professionnelle";
  if (domain === null) {
    return (
      <Section title={title}>
        <p>
          Votre adresse, {email}, est chez un fournisseur où chacun peut en ouvrir une : elle ne montre rien. Si vous en
          avez une au nom de l’organisme, connectez-vous avec elle et rejoignez l’organisme ; sinon, prenez une autre
          voie.
        </p>
      </Section>
    );
  }
  return (
    <Section
      title={title}
      intro={
        <>
          Votre adresse est à <strong>{domain}</strong>. Donnez une page du site de l’organisme qui le nomme, comme ses
          mentions légales : un agent regarde si ce domaine est bien le sien.
        </>
      }
    >
      <Form action={urls.organisationProofSite.href({ id: organisation.id })}>
        <TextField
          name="page"
          label="Adresse de la page"
          hint={`Par exemple : https://www.${domain}/mentions-legales`}
          value={typed.page}
          error={errors.find((one) => one.name === "page")?.message}
          inputMode="url"
          autocomplete="url"
        />
        <Button variant="secondary">Donner cette page</Button>
      </Form>
    </Section>
  );
}

function ByPaper(props: ProofPageProps): JSX.Element {
  const { organisation, errors, typed } = props;
  const errorOf = (name: string) => errors.find((one) => one.name === name)?.message;
  return (
    <Section
      title="Avec une pièce"
      intro="Un agent la lit, sous quelques jours le plus souvent. Elle est effacée ensuite : seule la réponse est gardée."
    >
      <Form action={urls.organisationProofPaper.href({ id: organisation.id })} multipart>
        <ChoiceField
          name="nature"
          label="Quelle pièce donnez-vous ?"
          options={Object.entries(paperKinds).map(([value, label]) => ({ value, label }))}
          value={typed.kind}
          error={errorOf("nature")}
        />
        <FileField
          name="fichier"
          label="Le fichier"
          hint={`${typesInWords(PROOF_TYPES)}, 20\u00a0Mo au plus.`}
          accept={acceptOf(PROOF_TYPES)}
          maxSize={LARGEST_FILE}
          error={errorOf("fichier")}
        />
        <Button variant="secondary" icon="send">
          Envoyer cette pièce
        </Button>
      </Form>
    </Section>
  );
}
