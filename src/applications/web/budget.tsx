import type { JSX } from "preact";
import {
  type CostColumn,
  fundedIn,
  type LineResult,
  type OpenScheme,
  paidBeside,
  type Values,
  valueAtPath,
} from "#policy/index.ts";
import { possibleAid, type Reading } from "#src/life/index.ts";
import { type Content, DataTable, FundingBar, formatNumber, LiveRegion, Money, Notice } from "#src/ui/index.ts";
import { NoAidAsItStands } from "../draft/unmet.tsx";

/** A cost line with the words that its scheme has for it. */
interface Line {
  readonly cost: LineResult;
  readonly label: string;
  readonly values: BudgetValues;
}
type BudgetValues = Readonly<Record<string, number | null>>;

/**
 * The budget as it stands: each line, what of it counts and why not all of it, then who pays what. It follows the
 * answers as they are typed; the figures are the rules' own.
 */
export function Budget(props: {
  readonly reading: Reading;
  readonly id: string;
  /** A draft unless said. Of what is given up, no aid is told any more. */
  readonly stage?: "draft" | "filed" | "given-up";
}): JSX.Element {
  const { reading, stage = "draft" } = props;
  const { funding } = reading.assessment;
  const aid = possibleAid(reading);
  const { word } = reading.scheme.costs;
  const columns = columnsOf(reading.scheme);
  const lines = linesOf(reading);
  return (
    <LiveRegion id={props.id}>
      <DataTable
        caption={`Votre budget, ${word.toLowerCase()} par ${word.toLowerCase()}`}
        columns={[
          { key: "line", header: word, rowHeader: true, cell: (line) => line.label },
          ...columns.map((column) => ({
            key: column.id,
            header: column.label,
            numeric: true,
            cell: (line: Line) => cellOf(column, line),
          })),
          { key: "cost", header: "Coût réel HT", numeric: true, cell: (line) => money(line.cost.cost) },
          { key: "eligible", header: "Coût retenu", numeric: true, cell: (line) => money(line.cost.eligible) },
        ]}
        rows={lines}
        rowKey={(line) => line.cost.path}
        detail={(line) => cutOf(line)}
        footer={["Total", ...columns.map(() => ""), money(funding.realCost), money(funding.eligibleCosts)]}
        empty={<p class="es-hint">Le budget apparaît ici dès que vous décrivez une {word.toLowerCase()}.</p>}
      />
      {stage !== "given-up" && aid !== null && funding.realCost !== null && funding.realCost > 0 && (
        <FundingBar title="Plan de financement" shares={sharesOf(reading, aid)} />
      )}
      {stage !== "given-up" && <p data-announce>{stage === "filed" ? filedSummary(reading) : summaryOf(reading)}</p>}
      <Ceilings reading={reading} />
    </LiveRegion>
  );
}

function summaryOf(reading: Reading): Content {
  const { funding, eligibility } = reading.assessment;
  if (eligibility === "not-eligible") return <NoAidAsItStands />;
  if (funding.aid === null) return "L’aide sera calculée dès que les dépenses sont indiquées.";
  const estimate = funding.isEstimate || eligibility !== "eligible";
  return (
    <>
      {estimate ? "Aide possible au plus, d’après vos réponses : " : "Aide demandée, au plus : "}
      <strong>
        <Money cents={funding.aid} />
      </strong>
      {estimate ? ". Elle peut changer quand le dossier sera complet." : "."}
    </>
  );
}

function filedSummary(reading: Reading): Content {
  const { funding, eligibility } = reading.assessment;
  if (eligibility === "not-eligible")
    return "Une condition n’est pas remplie d’après ce qui est déposé : aucun montant n’est annoncé. Une personne décide.";
  const { aid: region } = funding;
  if (region === null) return "L’aide n’a pas pu être calculée d’après ce qui est déposé.";
  return (
    <>
      Aide calculée d’après ce que vous avez déposé :{" "}
      <strong>
        <Money cents={region} />
      </strong>
      . La décision fixe le montant accordé.
    </>
  );
}

/** What each party has left, where it limits the request. */
function Ceilings(props: { readonly reading: Reading }): JSX.Element | null {
  const { counted } = props.reading.scheme;
  if (counted === undefined) return null;
  const beyond = props.reading.assessment.funding.parties.flatMap(({ measures }, index) => {
    const { refused = null, allowed = null } = measures[counted.measure] ?? {};
    return refused !== null && refused > 0 ? [{ refused, left: allowed ?? 0, index }] : [];
  });
  if (beyond.length === 0) return null;
  return (
    <Notice tone="warning" title={counted.beyond.title}>
      <ul>
        {beyond.map(({ refused, left, index }) => (
          <li key={index}>
            {nameOf(props.reading, index)} : {counted.beyond.say(refused, left)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Who would pay what, as the scheme counts it: the funder first, the others, then who asks. */
function sharesOf({ assessment: { funding } }: Reading, aid: number) {
  const others = paidBeside(funding.sources).filter(({ kind }) => kind !== "in-kind");
  return [
    { part: "funder" as const, label: "Aide au plus, selon les règles (estimation)", amount: aid },
    ...others.map(({ label, amount }) => ({ part: "other" as const, label, amount })),
    { part: "own" as const, label: "À votre charge", amount: funding.ownContribution ?? 0 },
  ];
}

/** Quantities and unit prices; a single amount is the cost itself, which has its own column. */
function columnsOf({ costs }: OpenScheme): readonly CostColumn[] {
  const shown = costs.columns.filter(({ kind }) => kind === "days" || kind === "money");
  return shown.length > 1 ? shown : shown.filter(({ kind }) => kind === "days");
}

function linesOf({ answers, assessment, scheme }: Reading): readonly Line[] {
  const names = fundedIn(scheme, answers).map(({ called }) => called);
  const several = assessment.funding.parties.length > 1;
  const { columns, headings, word } = scheme.costs;
  return assessment.costs
    .map((cost): Line => {
      const heading =
        headings[cost.heading ?? ""] ?? `${word} ${Number(cost.path.slice(cost.path.lastIndexOf(".") + 1)) + 1}`;
      const name = nameOfLine(scheme, answers, cost);
      const label = name === "" ? heading : `${heading}\u00a0: ${name}`;
      return {
        cost,
        label: several ? `${names[cost.party] ?? ""}\u00a0: ${label}` : label,
        values: Object.fromEntries(columns.map(({ id }) => [id, numberAt(answers, `${cost.path}.${id}`)])),
      };
    })
    .filter(({ values }) => Object.values(values).some((value) => value !== null));
}

/** What a line of a table is called by who wrote it; "" where lines have no name. */
function nameOfLine({ costs }: OpenScheme, answers: Values, { path, heading }: Line["cost"]): string {
  const cells = costs.table?.find(({ width }) => width === "name")?.cells ?? [];
  const cell = cells.find(({ headings }) => headings === undefined || headings.includes(heading ?? ""));
  const name = cell === undefined ? null : valueAtPath(answers, `${path}.${cell.id}`);
  return typeof name === "string" ? name : "";
}

function nameOf({ answers, scheme }: Reading, party: number): string {
  return fundedIn(scheme, answers)[party]?.called ?? "";
}

function numberAt(answers: Values, path: string): number | null {
  const value = valueAtPath(answers, path);
  return typeof value === "number" ? value : null;
}

/** The reason under the line, only where something is cut. */
function cutOf(line: Line): Content {
  const { cost, eligible } = line.cost;
  if (eligible === null || cost === null || eligible === cost) return null;
  return line.cost.reason;
}

/** A quantity beside what is kept of it, where that is less. */
function cellOf({ id, kind }: CostColumn, { cost, values }: Line): Content {
  const asked = values[id] ?? null;
  if (kind !== "days") return money(asked);
  if (asked === null) return "—";
  const kept = cost.kept?.[id]?.kept ?? null;
  return kept === null || kept === asked ? formatNumber(asked) : `${formatNumber(kept)} sur ${formatNumber(asked)}`;
}

function money(cents: number | null): Content {
  return cents === null ? "—" : <Money cents={cents} />;
}
