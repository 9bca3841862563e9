import type { JSX } from "preact";
import type { Application, Refusal } from "#src/life/index.ts";
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
import { signedByHand } from "../signature-service.ts";
import { SignatureFields } from "./signature-fields.tsx";

export interface AgreementView {
  readonly application: Application;
  readonly agreement: Agreement;
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
    </>
  );
}

function leadOf({ application, agreement }: AgreementView, funder: FunderWords): string {
  if (application.state === "signed")
    return "Elle est signée par les deux parties. Gardez-la avec vos pièces comptables.";
  if (agreement.signedFile !== null)
    return `Votre exemplaire signé est arrivé. ${funder.capital} signe à son tour ; vous serez prévenu.`;
  return signedByHand.instructions;
}

function itemsOf({ application, agreement }: AgreementView, funder: FunderWords) {
  return [
    { label: "Aide", value: <Money cents={agreement.aid} /> },
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
    ...(agreement.amendmentCopy === null || agreement.amendmentSignedOn === null
      ? []
      : [
          {
            label: "Avenant signé",
            value: (
              <a href={urls.applicationSignedAmendment.href({ id: application.id })}>{agreement.amendmentCopy.name}</a>
            ),
            note: (
              <>
                {`Le ${formatDay(agreement.amendmentSignedOn)}\u00a0: l’aide est ramenée à `}
                <Money cents={application.decidedAid ?? 0} />
              </>
            ),
          },
        ]),
  ];
}

function Signing(props: { readonly view: AgreementView }): JSX.Element {
  const { application, agreement, maySign, typed, refusals } = props.view;
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
      <form
        class="es-form"
        method="post"
        enctype="multipart/form-data"
        action={urls.applicationAgreement.href({ id: application.id })}
      >
        {Object.entries(actFields(application)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SignatureFields
          form={FORM}
          typed={(name) => typed.get(name) ?? ""}
          error={(name) => refusals.find((refusal) => refusal.path === name)?.message}
          fileLabel="Exemplaire signé"
          fileRequired
        />
        <Button icon="upload" variant={agreement.signedFile === null ? "primary" : "secondary"}>
          Déposer l’exemplaire signé
        </Button>
      </form>
    </Section>
  );
}
