import type { JSX } from "preact";
import { awardOf, votedOnMore } from "#src/awards/index.ts";
import { type Amendment, amendmentsOf } from "#src/life/index.ts";
import { allOf, andThen } from "#src/platform/database/read.ts";
import type { World } from "#src/platform/world.ts";
import {
  ActFields,
  errorOf,
  LegalNotice,
  may,
  mayTakeStep,
  type ReviewedPart,
  type ReviewedPartLoader,
  type ReviewedView,
  typedIn,
} from "#src/reviews/web/index.ts";
import {
  Button,
  ButtonBar,
  formatDateTime,
  formatDay,
  LinkButton,
  Money,
  Notice,
  SummaryList,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Agreement, isOpen, lacksCountersigned } from "../agreement.ts";
import { type ToAmend, toAmend } from "../amend.ts";
import { lacksSignedCopy } from "../sign-amendment.ts";
import { agreementOf } from "../store.ts";
import { yearOf } from "../yearly.ts";
import { AmendForm, AmendmentNote } from "./amend-form.tsx";
import { SignAmendmentForm } from "./sign-amendment-form.tsx";
import { CopyField, SignatureFields } from "./signature-fields.tsx";
import { YearlyAidNote } from "./yearly-aid-note.tsx";

export const SIGNATURE_FORM = "signature-region";
/** Field of the form that joins a copy again. */
export const JOINED_AGAIN = "reprise";

/** The agreement in the page of a file: what was made and signed, and the next act. */
export const agreementPart: ReviewedPartLoader = (world, tx, view) => {
  const { application } = view.file;
  const read = allOf({
    agreement: agreementOf(application.id),
    award: awardOf(application.id),
    amendments: amendmentsOf(application.id),
  });
  return andThen(read, async ({ award, ...found }) => {
    const yearly = award?.favourable === true ? await yearOf(tx, application, award) : null;
    const mayAmend = award !== null && may(view, "amend-agreement");
    const due = mayAmend ? await toAmend(tx, application, award, found.amendments, view.visitor.person.id) : null;
    // A vote on more than another funder retains is corrected first: the page of the decision says so.
    const isHeld = award !== null && votedOnMore(application, award).length > 0;
    return partOf(world, view, { ...found, yearly, due, mayMake: !isHeld && mayTakeStep(view, "make-agreement") });
  });
};

interface Found {
  readonly agreement: Agreement | null;
  readonly amendments: readonly Amendment[];
  readonly due: ToAmend | null;
  readonly mayMake: boolean;
  readonly yearly: Awaited<ReturnType<typeof yearOf>> | null;
}

function partOf(
  world: World,
  view: ReviewedView,
  { agreement, amendments, due, mayMake, yearly }: Found,
): ReviewedPart {
  const actions: JSX.Element[] = [];
  if (mayMake) actions.push(<MakeForm key="make" view={view} config={world.config} />);
  if (agreement !== null && mayTakeStep(view, "sign")) {
    actions.push(<SignForm key="sign" view={view} agreement={agreement} />);
  }
  if (agreement !== null && lacksCountersigned(agreement) && may(view, "join-copy")) {
    actions.push(<JoinAgainForm key="join" view={view} />);
  }
  if (agreement !== null && due !== null) actions.push(<AmendForm key="amend" view={view} due={due} />);
  const last = amendments.at(-1);
  const lacksCopy = lacksSignedCopy(last) && may(view, "amend-agreement");
  if (lacksCopy) actions.push(<SignAmendmentForm key="sign-amendment" view={view} amendment={last} />);
  const next = mayMake
    ? "Établir la convention"
    : agreement !== null && mayTakeStep(view, "sign")
      ? "Enregistrer la signature"
      : due !== null
        ? "Établir l’avenant"
        : lacksCopy
          ? "Joindre l’avenant signé"
          : null;
  return {
    ...(next === null ? {} : { next }),
    sections: [
      {
        id: "convention",
        title: "Convention",
        body: (
          <>
            <AgreementSection view={view} agreement={agreement} />
            {amendments.map((one) => (
              <AmendmentNote key={one.number} view={view} amendment={one} />
            ))}
            {yearly === null ? null : <YearlyAidNote yearly={yearly} />}
          </>
        ),
      },
    ],
    actions,
  };
}

function AgreementSection(props: { readonly view: ReviewedView; readonly agreement: Agreement | null }): JSX.Element {
  const funder = useFunder();
  const { view, agreement } = props;
  const { id } = view.file.application;
  if (agreement === null) return <p class="es-hint">La convention n’est pas encore établie.</p>;
  return (
    <SummaryList
      compact
      items={[
        {
          label: "Numéro",
          value: agreement.number,
          note: `Établie le ${formatDateTime(agreement.madeAt)}`,
        },
        { label: "Aide", value: <Money cents={agreement.aid} /> },
        {
          label: "Document",
          value:
            agreement.documentId === null ? (
              "En cours de mise en page"
            ) : (
              <a href={urls.reviewDocument.href({ id, document: agreement.documentId })}>Lire la convention</a>
            ),
        },
        { label: "Signature du bénéficiaire", value: signature(agreement.signedOn, agreement.signatory) },
        {
          label: "Exemplaire signé",
          value:
            agreement.signedFile === null ? (
              "Pas encore déposé"
            ) : (
              <a href={urls.reviewSignature.href({ id })}>{agreement.signedFile.name}</a>
            ),
          ...(agreement.signedFile === null ? {} : { note: `Empreinte ${agreement.signedFile.sha256.slice(0, 16)}` }),
        },
        ...(agreement.countersigned === null || isOpen(agreement.countersigned)
          ? []
          : [
              {
                label: "Exemplaire signé par les deux parties",
                value:
                  agreement.countersigned.scan === "pending"
                    ? "Analyse antivirus en cours"
                    : "Écarté par l’antivirus : joignez-en un autre",
              },
            ]),
        { label: `Signature ${funder.of}`, value: signature(agreement.funderSignedOn, agreement.funderSignatory) },
      ]}
    />
  );
}

function signature(on: string | null, by: string | null): string {
  return on === null ? "En attente" : `${formatDay(on)}${by === null ? "" : `, ${by}`}`;
}

function MakeForm(props: { readonly view: ReviewedView; readonly config: World["config"] }): JSX.Element {
  const { id } = props.view.file.application;
  return (
    <form class="es-action" method="post" action={urls.reviewAgreement.href({ id })}>
      <ActFields view={props.view} />
      <LegalNotice config={props.config} />
      <ButtonBar>
        <Button icon="file">Établir la convention</Button>
        <LinkButton href={urls.reviewPreview.href({ id, letter: "convention" })} variant="secondary" icon="eye" newTab>
          Voir la convention
        </LinkButton>
      </ButtonBar>
    </form>
  );
}

function JoinAgainForm(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { id } = view.file.application;
  return (
    <form
      class="es-form es-card es-card-tinted"
      method="post"
      enctype="multipart/form-data"
      action={urls.reviewSignature.href({ id })}
    >
      <h3 class="es-card-title">Joindre un autre exemplaire</h3>
      <p>
        L’antivirus a écarté l’exemplaire signé par les deux parties. D’ici là, celui du bénéficiaire reste au dossier.
      </p>
      <ActFields view={view} />
      <input type="hidden" name={JOINED_AGAIN} value="oui" />
      <CopyField
        form={SIGNATURE_FORM}
        label="Exemplaire signé par les deux parties"
        required
        error={errorOf(view, SIGNATURE_FORM, "exemplaire")}
      />
      <Button icon="upload">Joindre l’exemplaire</Button>
    </form>
  );
}

function SignForm(props: { readonly view: ReviewedView; readonly agreement: Agreement }): JSX.Element {
  const funder = useFunder();
  const { view, agreement } = props;
  const { id } = view.file.application;
  if (agreement.signedFile === null) {
    return (
      <Notice tone="info" title="En attente de la signature du bénéficiaire">
        Il a reçu la convention {agreement.number} par courriel. L’exemplaire signé apparaîtra ici.
      </Notice>
    );
  }
  return (
    <form
      class="es-form es-card es-card-tinted"
      method="post"
      enctype="multipart/form-data"
      action={urls.reviewSignature.href({ id })}
    >
      <h3 class="es-card-title">Enregistrer la signature {funder.of}</h3>
      <ActFields view={view} />
      <SignatureFields
        form={SIGNATURE_FORM}
        typed={(name) => typedIn(view, SIGNATURE_FORM, name)}
        error={(name) => errorOf(view, SIGNATURE_FORM, name)}
        fileLabel="Exemplaire signé par les deux parties"
        fileRequired
      />
      <Button icon="signature">Enregistrer la signature</Button>
    </form>
  );
}
