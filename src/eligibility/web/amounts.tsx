import type { JSX } from "preact";
import {
  type Assessment,
  type Counted,
  FUNDER,
  type Funding,
  type OpenScheme,
  type PartyFunding,
  payerOf,
} from "#policy/index.ts";
import {
  DataTable,
  Disclosure,
  FundingBar,
  FundingSteps,
  formatMoney,
  formatNumber,
  Notice,
  Section,
  useFunder,
} from "#src/ui/index.ts";
import type { FunderWords } from "#text/index.ts";
import { partyWord, situated } from "../parties.ts";

/** Who would pay what, structure by structure where there are several, and the computation read aloud. */
export function Amounts(props: { readonly assessment: Assessment; readonly scheme: OpenScheme }): JSX.Element | null {
  const funder = useFunder();
  const { funding, missingTerms } = props.assessment;
  if (funding.parties.length === 0 || funding.steps.length === 0) return null;
  return (
    <Section id="combien" title="Combien, et comment c’est calculé">
      {funding.aid === null ? (
        <p>
          {missingTerms.length > 0
            ? "Modalités non publiées\u00a0: le taux et le plafond sont fixés par chaque appel à projets."
            : "Le montant se calcule quand les coûts hors taxes sont connus."}
        </p>
      ) : (
        <FundingBar title="Qui paierait quoi" shares={shares(funding, funder)} />
      )}
      {funding.isEstimate && funding.aid !== null && (
        <Notice tone="info" title="Une estimation">
          Le montant est calculé d’après ce que vous avez indiqué ; ce qui manque peut le changer.
        </Notice>
      )}
      {funding.parties.length > 1 && <Parties scheme={props.scheme} parties={funding.parties} />}
      <Disclosure summary="Le calcul, ligne par ligne" open={funding.parties.length === 1}>
        <Computation scheme={props.scheme} funding={funding} />
      </Disclosure>
    </Section>
  );
}

/** What the aid would be, were every condition met: apart, folded, and said as a supposition. */
export function Supposed(props: { readonly assessment: Assessment; readonly scheme: OpenScheme }): JSX.Element | null {
  const { funding } = props.assessment;
  if (funding.aid === null || funding.steps.length === 0) return null;
  return (
    <Section id="combien" title="Et si toutes les conditions étaient remplies ?">
      <Disclosure summary="Voir ce que serait alors le calcul">
        <p>Ce n’est pas une promesse : en l’état, l’aide n’est pas possible.</p>
        <Computation scheme={props.scheme} funding={funding} />
      </Disclosure>
    </Section>
  );
}

function Computation(props: { readonly scheme: OpenScheme; readonly funding: Funding }): JSX.Element {
  const { steps, aid } = props.funding;
  // What each funder would pay comes last but what is left to the person.
  const isTotal = (index: number) => index < steps.length - 1 && index >= steps.length - 1 - aidsOf(props.funding);
  return (
    <FundingSteps
      steps={steps.map((step, index) => ({
        label: situated(props.scheme, step.label, step.party),
        value: step.value,
        total: isTotal(index) && aid !== null,
      }))}
    />
  );
}

/** Each source of the scheme by its own name; the funder's own aid first, what is left to the person last. */
export function shares(funding: Funding, funder: Pick<FunderWords, "of">) {
  const own =
    aidsOf(funding) > 1 ? `Aide ${funder.of}, au plus (estimation)` : "Aide au plus, selon les règles (estimation)";
  return funding.sources.map(({ source, label, kind, amount }) => ({
    part: payerOf({ source, kind }),
    label: source === FUNDER ? own : label,
    amount: amount ?? 0,
  }));
}

/** How many funders would pay. */
function aidsOf({ sources }: Funding): number {
  return sources.filter(({ kind }) => kind === "aid").length;
}

function Parties(props: { readonly scheme: OpenScheme; readonly parties: readonly PartyFunding[] }): JSX.Element {
  const { counted } = props.scheme;
  const word = partyWord(props.scheme);
  return (
    <DataTable
      caption={`${counted === undefined ? "Aide" : `${counted.head} et aide`} de chaque ${word.toLowerCase()}`}
      columns={[
        { key: "name", header: word, cell: (_row, index) => `${word} ${index + 1}`, rowHeader: true },
        ...(counted === undefined ? [] : countedColumns(counted)),
        { key: "costs", header: "Coûts retenus", cell: (row) => amount(row.eligibleCosts), numeric: true },
        { key: "region", header: "Aide", cell: (row) => amount(row.aid), numeric: true },
      ]}
      rows={props.parties}
      rowKey={(_row, index) => String(index)}
    />
  );
}

function countedColumns({ measure, asked, kept }: Counted) {
  return [
    {
      key: "asked",
      header: asked,
      cell: (row: PartyFunding) => number(row.measures[measure]?.asked ?? null),
      numeric: true,
    },
    {
      key: "kept",
      header: kept,
      cell: (row: PartyFunding) => number(row.measures[measure]?.kept ?? null),
      numeric: true,
    },
  ];
}

function number(value: number | null): string {
  return value === null ? "à compléter" : formatNumber(value);
}

function amount(value: number | null): string {
  return value === null ? "à compléter" : formatMoney(value);
}
