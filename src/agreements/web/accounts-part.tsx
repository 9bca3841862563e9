import type { JSX } from "preact";
import type { DayPart } from "#src/news/web/index.ts";
import { hasAgentRole } from "#src/people/index.ts";
import type { Config } from "#src/platform/config.ts";
import { Columns, DataTable, Day, Disclosure, Money, plural, Section, SummaryList } from "#src/ui/index.ts";
import { type Query, urls } from "#src/urls.ts";
import {
  type CommittedYear,
  committedByYear,
  LATEST,
  latestSigned,
  type SignedAgreement,
  type Sum,
} from "../accounts/accounts.ts";

/** The day of an accountant: what was signed and is to be paid, what each year committed, the codes that go with it. */
export const accountsPart: DayPart = async (world, tx, visitor) =>
  hasAgentRole(visitor, "accountant") ? (
    <Accounts signed={await latestSigned(tx)} years={await committedByYear(tx)} funder={world.config.funder} />
  ) : null;

const signedOnes: Query = { vue: "tous", etat: ["signed"] };

function Accounts(props: {
  readonly signed: readonly SignedAgreement[];
  readonly years: readonly CommittedYear[];
  readonly funder: Config["funder"];
}): JSX.Element {
  return (
    <Columns sideAt="end" side={<Codes funder={props.funder} />}>
      <Section
        title="Conventions signées, à payer"
        aside={
          <>
            <a href={urls.queue.href({}, signedOnes)}>Toutes</a>
            <a href={urls.queueSheet.href({}, signedOnes)}>Les exporter</a>
          </>
        }
      >
        <Signed signed={props.signed} />
      </Section>
      <Section title="Aides votées, par année du vote">
        <Years years={props.years} />
      </Section>
    </Columns>
  );
}

function Signed({ signed }: { readonly signed: readonly SignedAgreement[] }): JSX.Element {
  return (
    <>
      <DataTable
        caption={`Les ${LATEST} dernières conventions signées`}
        captionHidden
        rows={signed}
        rowKey={({ application }) => application}
        empty={<p>Aucune convention n’est encore signée par les deux parties.</p>}
        columns={[
          {
            key: "agreement",
            header: "Convention",
            rowHeader: true,
            cell: ({ application, number, beneficiary }) => (
              <>
                <a href={`${urls.review.href({ id: application })}#convention`}>{number}</a>
                <br />
                <span class="es-hint">{beneficiary}</span>
              </>
            ),
          },
          { key: "on", header: "Signée le", narrow: true, cell: ({ signedOn }) => <Day day={signedOn} /> },
          { key: "aid", header: "Aide", numeric: true, cell: ({ aid }) => <Money cents={aid} exact /> },
          { key: "payments", header: "Versements prévus", cell: (agreement) => <Payments of={agreement} /> },
        ]}
      />
      <p class="es-hint">
        Les versements sont ceux de la convention signée. Le service ne reçoit pas encore les demandes de versement ni
        les factures : il ne dit donc pas ce qui est payé.
      </p>
    </>
  );
}

/** The payments of an agreement: how many and what the first waits for, then each. */
function Payments({ of: { instalments, number } }: { readonly of: SignedAgreement }): JSX.Element {
  const [first] = instalments;
  if (first === undefined) return <>En cours de mise en page</>;
  return (
    <Disclosure
      summary={
        <>
          {plural(instalments.length, "versement", "versements")}, le premier de <Money cents={first.cents} exact />
          <span class="ds-sr-only">{`, convention ${number}`}</span>
        </>
      }
    >
      <ol>
        {instalments.map(({ label, cents, condition }) => (
          <li key={label}>
            <Money cents={cents} exact /> : {label}. <span class="es-hint">{condition}</span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function Years({ years }: { readonly years: readonly CommittedYear[] }): JSX.Element {
  const cell = (year: number, { files, cents }: Sum, query: Query, of: string) =>
    files === 0 ? (
      "–"
    ) : (
      <>
        <Money cents={cents} exact />
        <br />
        <a href={urls.queue.href({}, { vue: "tous", vote: [String(year)], ...query })}>
          {plural(files, "dossier", "dossiers")}
          <span class="ds-sr-only">{`, ${of}, ${year}`}</span>
        </a>
      </>
    );
  return (
    <DataTable
      caption="Aides votées et conventions, par année du vote"
      captionHidden
      rows={years}
      rowKey={({ year }) => String(year)}
      empty={<p>Aucune aide n’est encore votée.</p>}
      columns={[
        { key: "year", header: "Année", rowHeader: true, cell: ({ year }) => String(year) },
        {
          key: "granted",
          header: "Aides votées",
          numeric: true,
          cell: ({ year, granted }) => cell(year, granted, { decision: ["accord"] }, "aides votées"),
        },
        {
          key: "to-sign",
          header: "Conventions à signer",
          numeric: true,
          cell: ({ year, toSign }) => cell(year, toSign, { etat: ["agreement-to-sign"] }, "conventions à signer"),
        },
        {
          key: "signed",
          header: "Conventions signées",
          numeric: true,
          cell: ({ year, signed }) => cell(year, signed, { etat: ["signed"] }, "conventions signées"),
        },
      ]}
    />
  );
}

const codes = {
  programme: "Programme",
  chapter: "Chapitre",
  function: "Fonction",
  account: "Nature comptable",
} as const;

/** The codes that agreements carry, as they are set, and the other lists that concern the accounts. */
function Codes({ funder }: { readonly funder: Config["funder"] }): JSX.Element {
  return (
    <>
      <Section title="Codes des finances">
        <SummaryList
          compact
          items={[
            { label: "Financeur", value: funder.name },
            { label: "SIRET", value: funder.siret ?? "Non renseigné" },
            ...(["programme", "chapter", "function", "account"] as const).map((key) => ({
              label: codes[key],
              value: funder.finance[key] ?? "Non renseigné",
            })),
          ]}
        />
        <p class="es-hint">Réglés par l’administration du service, recopiés sur les conventions.</p>
      </Section>
      <Section title="Aussi">
        <ul>
          <li>
            <a href={urls.costDesk.href()}>Prises en charge de formations à payer</a>
          </li>
          <li>
            <a href={urls.commissionReport.href()}>Rapports aux commissions</a>
          </li>
          <li>
            <a href={urls.selectionDesk.href()}>Appels à projets et leurs enveloppes</a>
          </li>
        </ul>
      </Section>
    </>
  );
}
