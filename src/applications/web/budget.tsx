import type { JSX } from "preact";
import { type LineResult, valueAtPath } from "#policy/index.ts";
import { type Content, DataTable, FundingBar, LiveRegion, Money, Notice, plural } from "#src/ui/index.ts";
import { possibleAid, type Reading, textOf } from "../reading.ts";
import { NoAidAsItStands } from "./unmet.tsx";

interface Line {
  readonly cost: LineResult;
  readonly label: string;
  readonly days: number | null;
  readonly price: number | null;
}

/**
 * The budget as it stands: each phase, what of it counts and why not all of it, then who pays what. It follows the
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
  const lines = linesOf(reading);
  return (
    <LiveRegion id={props.id}>
      <DataTable
        caption="Votre budget, phase par phase"
        columns={[
          { key: "phase", header: "Phase", rowHeader: true, cell: (line) => line.label },
          { key: "days", header: "Jours", numeric: true, cell: (line) => daysCell(line) },
          { key: "price", header: "Coût par jour HT", numeric: true, cell: (line) => money(line.price) },
          { key: "cost", header: "Coût réel HT", numeric: true, cell: (line) => money(line.cost.cost) },
          { key: "eligible", header: "Coût retenu", numeric: true, cell: (line) => money(line.cost.eligible) },
        ]}
        rows={lines}
        rowKey={(line) => line.cost.path}
        detail={(line) => cutOf(line)}
        footer={["Total", "", "", money(funding.realCost), money(funding.eligibleCosts)]}
        empty={<p class="es-hint">Le budget apparaît ici dès que vous décrivez une phase.</p>}
      />
      {stage !== "given-up" && aid !== null && funding.realCost !== null && funding.realCost > 0 && (
        <FundingBar
          title="Plan de financement"
          shares={[
            { part: "region", label: "Aide au plus, selon les règles (estimation)", amount: aid },
            { part: "other", label: "Autres financements publics", amount: funding.otherPublicFunding ?? 0 },
            { part: "own", label: "À votre charge", amount: funding.ownContribution ?? 0 },
          ]}
        />
      )}
      {stage !== "given-up" && <p data-announce>{stage === "filed" ? filedSummary(reading) : summaryOf(reading)}</p>}
      <Ceilings reading={reading} />
    </LiveRegion>
  );
}

function summaryOf(reading: Reading): Content {
  const { funding, eligibility } = reading.assessment;
  if (eligibility === "not-eligible") return <NoAidAsItStands />;
  if (funding.aid === null) return "L’aide sera calculée dès que les jours et leur coût sont indiqués.";
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

/** What each structure has left, where it limits the request (CS-9). */
function Ceilings(props: { readonly reading: Reading }): JSX.Element | null {
  const refused = props.reading.assessment.funding.parties.flatMap((share, index) =>
    (share.measures.days?.refused ?? 0) > 0 ? [{ share, index }] : [],
  );
  if (refused.length === 0) return null;
  return (
    <Notice tone="warning" title="Des jours dépassent le plafond">
      <ul>
        {refused.map(({ share, index }) => (
          <li key={index}>
            {nameOf(props.reading, index)} :{" "}
            {plural(share.measures.days?.refused ?? 0, "jour demandé", "jours demandés")} en trop ; il reste{" "}
            {plural(share.measures.days?.allowed ?? 0, "jour finançable", "jours finançables")}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function linesOf(reading: Reading): readonly Line[] {
  const several = reading.assessment.funding.parties.length > 1;
  return reading.assessment.costs
    .map((cost): Line => {
      const kind = textOf(reading.raw, `${cost.path}.phase`);
      const phase =
        kind === "diagnostic"
          ? "Diagnostic partagé"
          : kind === "accompagnement"
            ? "Accompagnement"
            : `Phase ${Number(cost.path.at(-1)) + 1}`;
      return {
        cost,
        label: several ? `${nameOf(reading, cost.party)} : ${phase}` : phase,
        days: cost.kept?.days?.asked ?? null,
        price: numberAt(reading, `${cost.path}.dailyCost`),
      };
    })
    .filter((line) => line.days !== null || line.price !== null);
}

function nameOf(reading: Reading, structure: number): string {
  const name = textOf(reading.raw, `structures.${structure}.legalName`);
  return name === "" ? `Structure ${structure + 1}` : name;
}

function numberAt(reading: Reading, path: string): number | null {
  const value = valueAtPath(reading.answers, path);
  return typeof value === "number" ? value : null;
}

/** The reason under the line, only where something is cut. */
function cutOf(line: Line): Content {
  const { cost, eligible } = line.cost;
  if (eligible === null || cost === null || eligible === cost) return null;
  return line.cost.reason;
}

function daysCell(line: Line): Content {
  if (line.days === null) return "—";
  const kept = keptDays(line);
  return kept === null || kept === line.days
    ? String(line.days).replace(".", ",")
    : `${String(kept).replace(".", ",")} sur ${String(line.days).replace(".", ",")}`;
}

function keptDays({ cost }: Line): number | null {
  return cost.kept?.days?.kept ?? null;
}

function money(cents: number | null): Content {
  return cents === null ? "—" : <Money cents={cents} />;
}
