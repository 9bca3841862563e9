import type { JSX } from "preact";
import {
  Button,
  ButtonBar,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  fieldId,
  formatDateTime,
  LinkButton,
  LongTextField,
  Notice,
  PageHeader,
  Section,
  StateTag,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { DeskProof } from "./store.ts";
import { sayWay } from "./words.ts";

export interface DeskPageProps {
  readonly proofs: readonly DeskProof[];
  readonly mayAnswer: boolean;
  /** What was refused of one of the forms, and what was typed there. */
  readonly refused: { readonly proof: string; readonly message: string; readonly reason: string } | null;
}

/** What people gave to show that they belong to an organisation: each with what to look at, and two answers. */
export function DeskPage(props: DeskPageProps): JSX.Element {
  const { proofs, refused } = props;
  const waiting = proofs.filter((one) => one.answeredAt === null);
  const answered = proofs.filter((one) => one.answeredAt !== null);
  return (
    <>
      <ErrorSummary
        errors={refused === null ? [] : [{ message: refused.message, id: fieldId(reasonName(refused.proof)) }]}
      />
      <PageHeader
        title="Appartenances à vérifier"
        lead="Ces personnes sont les premières à agir pour leur organisme. Tant que rien ne montre qu’elles en sont, leurs demandes se préparent sans se déposer."
      />
      {waiting.length === 0 ? (
        <EmptyState title="Rien à vérifier">
          <p>Ce que l’on donne apparaît ici, et un courriel l’annonce.</p>
        </EmptyState>
      ) : (
        waiting.map((proof) => <Waiting key={proof.id} {...props} proof={proof} />)
      )}
      {answered.length > 0 && (
        <Section title="Les dernières réponses">
          <DataTable
            caption="Les dernières réponses"
            captionHidden
            rows={answered}
            rowKey={(one) => one.id}
            columns={[
              { key: "organisation", header: "Organisme", rowHeader: true, cell: (one) => one.organisation.name },
              { key: "person", header: "Personne", cell: (one) => one.by ?? "compte supprimé" },
              { key: "way", header: "Donné", cell: (one) => sayWay(one.way, one.what) },
              { key: "answer", header: "Réponse", cell: (one) => <Said proof={one} /> },
              {
                key: "at",
                header: "Le",
                cell: (one) => (one.answeredAt === null ? "" : formatDateTime(one.answeredAt)),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function Said({ proof }: { readonly proof: DeskProof }): JSX.Element {
  if (proof.accepted === true) return <StateTag quiet tone="success" icon="check" label="Acceptée" />;
  return (
    <>
      <StateTag quiet tone="danger" icon="cross" label="Refusée" />
      <p class="es-hint">{proof.reason}</p>
    </>
  );
}

const reasonName = (proof: string) => `motif-${proof}`;

function Waiting(props: DeskPageProps & { readonly proof: DeskProof }): JSX.Element {
  const { proof, refused, mayAnswer } = props;
  const { organisation } = proof;
  const isRefused = refused?.proof === proof.id;
  return (
    <Card level={2} title={organisation.name} id={`preuve-${proof.id}`} eyebrow={`SIREN ${organisation.siren}`}>
      <SummaryList
        compact
        items={[
          { label: "Personne", value: proof.by === null ? null : `${proof.by}, ${proof.email ?? ""}` },
          { label: "Donné le", value: formatDateTime(proof.givenAt) },
          { label: "Quoi", value: sayWay(proof.way, proof.what) },
          { label: "À regarder", value: <Look proof={proof} /> },
        ]}
      />
      {mayAnswer && (
        <Form action={urls.belongingAnswer.href({ proof: proof.id })} label={`Répondre pour ${organisation.name}`}>
          <LongTextField
            name="motif"
            id={fieldId(reasonName(proof.id))}
            label="Motif"
            hint="Demandé si vous refusez : la personne le lira."
            rows={2}
            required={false}
            value={isRefused ? refused.reason : ""}
            error={isRefused ? refused.message : undefined}
          />
          <ButtonBar>
            <Button name="reponse" value="accepter" icon="check" context={`pour ${organisation.name}`}>
              Accepter
            </Button>
            <Button name="reponse" value="refuser" variant="secondary" context={`pour ${organisation.name}`}>
              Refuser
            </Button>
          </ButtonBar>
        </Form>
      )}
    </Card>
  );
}

/** What shows it: a page of a site, a file once the antivirus let it through. */
function Look({ proof }: { readonly proof: DeskProof }): JSX.Element {
  if (proof.way === "mail") {
    return (
      <>
        <a href={proof.page ?? ""} rel="noopener noreferrer nofollow">
          {proof.page}
        </a>
        <p class="es-hint">
          Cette page nomme-t-elle l’organisme, et son site est-il à {proof.what} ? Si vous acceptez, ce domaine vaudra
          preuve pour ses autres membres.
        </p>
      </>
    );
  }
  if (proof.file === null) return <span class="es-none">La pièce est effacée.</span>;
  if (proof.file.scan === "pending") return <Notice tone="info">L’antivirus contrôle le fichier.</Notice>;
  return (
    <LinkButton
      variant="secondary"
      size="sm"
      icon="download"
      href={urls.belongingPaper.href({ proof: proof.id })}
      context={`de ${proof.organisation.name}`}
    >
      Ouvrir la pièce
    </LinkButton>
  );
}
