import type { JSX } from "preact";
import type { Amendment, Application, Refusal } from "#src/life/index.ts";
import { actFields } from "#src/life/web/index.ts";
import {
  Button,
  ErrorSummary,
  formatDateTime,
  formatDay,
  KEPT_BUT_FILE,
  LinkButton,
  Money,
  Notice,
  PageHeader,
  Section,
  SummaryList,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { FunderWords } from "#text/index.ts";
import type { Agreement } from "../agreement.ts";
import { isToSign } from "../sign-amendment.ts";
import { signedByHand } from "../signature-service.ts";
import { SignatureFields } from "./signature-fields.tsx";

export interface AgreementView {
  readonly application: Application;
  readonly agreement: Agreement;
  /** The first first. */
  readonly amendments: readonly Amendment[];
  readonly maySign: boolean;
  readonly typed: ReadonlyMap<string, string>;
  readonly refusals: readonly Refusal[];
}

const FORM = "signature";

/** The applicant's page of an agreement: read it, sign it, send the copy back. */
export function AgreementPage(props: { readonly view: AgreementView }): JSX.Element {
  const funder = useFunder();
  const { application, agreement, refusals } = props.view;
  return (
    <>
      <ErrorSummary
        kept={KEPT_BUT_FILE}
        errors={refusals.map(({ message, path }) =>
          path === undefined ? { message } : { message, id: `${FORM}-${path}` },
        )}
      />
      <PageHeader
        eyebrow={`Dossier ${application.number ?? ""}, ${application.organisationName}`}
        title={`Convention ${agreement.number}`}
        lead={leadOf(props.view, funder)}
        {...(agreement.documentId === null
          ? {}
          : {
              actions: (
                <LinkButton
                  href={urls.applicationDocument.href({ id: application.id, document: agreement.documentId })}
                  variant={
                    application.state === "agreement-to-sign" && agreement.signedFile === null ? "primary" : "secondary"
                  }
                  icon="download"
                >
                  Télécharger la convention
                </LinkButton>
              ),
            })}
      />
      <SummaryList items={itemsOf(props.view, funder)} />
      {application.state === "agreement-to-sign" && <Signing view={props.view} />}
      <AmendmentSigning view={props.view} />
    </>
  );
}

function leadOf({ application, agreement, amendments }: AgreementView, funder: FunderWords): string {
  if (isToSign(amendments.at(-1))) return "Un avenant change l’aide\u00a0: il est à signer.";
  if (application.state === "signed")
    return "Elle est signée par les deux parties. Gardez-la avec vos pièces comptables.";
  if (agreement.signedFile !== null)
    return `Votre exemplaire signé est arrivé. ${funder.capital} signe à son tour ; vous serez prévenu.`;
  return signedByHand.instructions;
}

function itemsOf({ application, agreement, amendments }: AgreementView, funder: FunderWords) {
  return [
    {
      label: amendments.length === 0 ? "Aide" : "Aide, avant avenant",
      value: <Money cents={agreement.aid} />,
    },
    { label: "Établie", value: formatDateTime(agreement.madeAt) },
    {
      label: "Votre signature",
      value:
        agreement.signedOn === null ? "En attente" : `${formatDay(agreement.signedOn)}, ${agreement.signatory ?? ""}`,
    },
    {
      label: "Exemplaire signé",
      value:
        agreement.signedFile === null ? (
          "Pas encore déposé"
        ) : (
          <a href={urls.applicationSignedAgreement.href({ id: application.id })}>{agreement.signedFile.name}</a>
        ),
    },
    {
      label: `Signature ${funder.of}`,
      value:
        agreement.funderSignedOn === null
          ? "En attente"
          : `${formatDay(agreement.funderSignedOn)}, ${agreement.funderSignatory ?? ""}`,
    },
    ...amendments.map((one) => amendmentItem(application, one)),
  ];
}

function amendmentItem({ id }: Application, one: Amendment) {
  const copy = one.signedCopy ?? one.sentCopy;
  const href = urls.applicationSignedAmendment.href({ id }, { avenant: one.number });
  return {
    label: `Avenant ${one.number}`,
    value:
      one.documentId === null ? (
        "En cours de mise en page"
      ) : (
        <a href={urls.applicationDocument.href({ id, document: one.documentId })}>Lire l’avenant</a>
      ),
    note: (
      <>
        {"L’aide est ramenée à "}
        <Money cents={one.aid} />
        {one.signedOn !== null && `, signé le ${formatDay(one.signedOn)}`}
        {one.signedOn === null && one.sentOn !== null && `, signé par vous le ${formatDay(one.sentOn)}`}
        {copy !== null && (
          <>
            {"\u00a0: "}
            <a href={href}>{copy.name}</a>
          </>
        )}
      </>
    ),
  };
}

/** What the beneficiary does of the last amendment: reads it, signs it, sends the copy back. */
function AmendmentSigning(props: { readonly view: AgreementView }): JSX.Element | null {
  const { application, amendments, maySign } = props.view;
  const amendment = amendments.at(-1);
  if (amendment === undefined || amendment.documentId === null || amendment.signedOn !== null) return null;
  const title = amendment.sentCopy === null ? "Déposer l’avenant signé" : "Remplacer l’avenant signé";
  return (
    <Section title={title}>
      <p>
        <LinkButton
          href={urls.applicationDocument.href({ id: application.id, document: amendment.documentId })}
          variant={amendment.sentCopy === null ? "primary" : "secondary"}
          icon="download"
        >
          Télécharger l’avenant
        </LinkButton>
      </p>
      {maySign ? (
        <SignedCopyForm
          view={props.view}
          action={urls.applicationSignedAmendment.href({ id: application.id })}
          fileLabel="Avenant signé"
          submit={title}
          variant="secondary"
        />
      ) : (
        <p>Un responsable ou un rédacteur de votre organisme peut déposer l’avenant signé.</p>
      )}
    </Section>
  );
}

function Signing(props: { readonly view: AgreementView }): JSX.Element {
  const { application, agreement, maySign } = props.view;
  if (agreement.documentId === null) {
    return (
      <Notice tone="info" title="La convention est en cours de mise en page">
        Elle sera prête dans une minute. Rechargez cette page.
      </Notice>
    );
  }
  if (!maySign) {
    return (
      <Notice tone="info" title="À signer par votre organisme">
        Un responsable ou un rédacteur de votre organisme peut déposer l’exemplaire signé.
      </Notice>
    );
  }
  return (
    <Section title={agreement.signedFile === null ? "Déposer l’exemplaire signé" : "Remplacer l’exemplaire signé"}>
      <SignedCopyForm
        view={props.view}
        action={urls.applicationAgreement.href({ id: application.id })}
        fileLabel="Exemplaire signé"
        submit="Déposer l’exemplaire signé"
        variant={agreement.signedFile === null ? "primary" : "secondary"}
      />
    </Section>
  );
}

/** Who signs sends what both sides signed: the agreement, or an amendment to it. */
function SignedCopyForm(props: {
  readonly view: AgreementView;
  readonly action: string;
  readonly fileLabel: string;
  readonly submit: string;
  readonly variant: "primary" | "secondary";
}): JSX.Element {
  const { application, typed, refusals } = props.view;
  return (
    <form class="es-form" method="post" enctype="multipart/form-data" action={props.action}>
      {Object.entries(actFields(application)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SignatureFields
        form={FORM}
        typed={(name) => typed.get(name) ?? ""}
        error={(name) => refusals.find((refusal) => refusal.path === name)?.message}
        fileLabel={props.fileLabel}
        fileRequired
      />
      <Button icon="upload" variant={props.variant}>
        {props.submit}
      </Button>
    </form>
  );
}
