import type { JSX } from "preact";
import type { Assessment, Funding, PartyFunding, SourceShare } from "#policy/index.ts";
import {
  DataTable,
  Disclosure,
  FundingBar,
  FundingSteps,
  formatMoney,
  formatNumber,
  Notice,
  Section,
} from "#src/ui/index.ts";

/** Who would pay what, structure by structure where there are several, and the computation read aloud. */
export function Amounts(props: { readonly assessment: Assessment }): JSX.Element | null {
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
        <FundingBar title="Qui paierait quoi" shares={shares(funding)} />
      )}
      {funding.isEstimate && funding.aid !== null && (
        <Notice tone="info" title="Une estimation">
          Le montant est calculé d’après ce que vous avez indiqué ; ce qui manque peut le changer.
        </Notice>
      )}
      {funding.parties.length > 1 && <Structures structures={funding.parties} />}
      <Disclosure summary="Le calcul, ligne par ligne" open={funding.parties.length === 1}>
        <Computation funding={funding} />
      </Disclosure>
    </Section>
  );
}

/** What the aid would be, were every condition met: apart, folded, and said as a supposition. */
export function Supposed(props: { readonly assessment: Assessment }): JSX.Element | null {
  const { funding } = props.assessment;
  if (funding.aid === null || funding.steps.length === 0) return null;
  return (
    <Section id="combien" title="Et si toutes les conditions étaient remplies ?">
      <Disclosure summary="Voir ce que serait alors le calcul">
        <p>Ce n’est pas une promesse : en l’état, l’aide n’est pas possible.</p>
        <Computation funding={funding} />
      </Disclosure>
    </Section>
  );
}

function Computation(props: { readonly funding: Funding }): JSX.Element {
  const { steps, aid } = props.funding;
  // What each funder would pay comes last but what is left to the person.
  const isTotal = (index: number) => index < steps.length - 1 && index >= steps.length - 1 - aidsOf(props.funding);
  return (
    <FundingSteps
      steps={steps.map((step, index) => ({
        label: step.party === undefined ? step.label : `Structure ${step.party + 1} : ${step.label}`,
        value: step.value,
        total: isTotal(index) && aid !== null,
      }))}
    />
  );
}

/** Each source of the scheme by its own name; the funder's own aid first, what is left to the person last. */
function shares(funding: Funding) {
  const own =
    aidsOf(funding) > 1 ? "Aide de la Région, au plus (estimation)" : "Aide au plus, selon les règles (estimation)";
  return funding.sources.map(({ source, label, kind, amount }) => ({
    part: partOf(source, kind),
    label: source === "region" ? own : label,
    amount: amount ?? 0,
  }));
}

/** How many funders would pay. */
function aidsOf({ sources }: Funding): number {
  return sources.filter(({ kind }) => kind === "aid").length;
}

function partOf(source: string, kind: SourceShare["kind"]) {
  if (kind === "own" || kind === "in-kind") return "own" as const;
  if (kind === "aid") return source === "region" ? ("region" as const) : ("esf" as const);
  return "other" as const;
}

function Structures(props: { readonly structures: readonly PartyFunding[] }): JSX.Element {
  return (
    <DataTable
      caption="Jours et aide de chaque structure"
      columns={[
        { key: "name", header: "Structure", cell: (_row, index) => `Structure ${index + 1}`, rowHeader: true },
        {
          key: "asked",
          header: "Jours demandés",
          cell: (row) => number(row.measures.days?.asked ?? null),
          numeric: true,
        },
        { key: "kept", header: "Jours retenus", cell: (row) => number(row.measures.days?.kept ?? null), numeric: true },
        { key: "costs", header: "Coûts retenus", cell: (row) => amount(row.eligibleCosts), numeric: true },
        { key: "region", header: "Aide", cell: (row) => amount(row.aid), numeric: true },
      ]}
      rows={props.structures}
      rowKey={(_row, index) => String(index)}
    />
  );
}

function number(value: number | null): string {
  return value === null ? "à compléter" : formatNumber(value);
}

function amount(value: number | null): string {
  return value === null ? "à compléter" : formatMoney(value);
}
