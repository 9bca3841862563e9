import type { JSX } from "preact";
import { type Assessment, type CostColumn, cents, fundedIn, type Step, sayDays, sayMoney } from "#policy/index.ts";
import { type LedgerEntry, measured } from "#src/life/index.ts";
import {
  Button,
  type Column,
  type Content,
  DataTable,
  FundingBar,
  FundingSteps,
  formatDay,
  formatNumber,
  formatPercent,
  Money,
  Notice,
  ProvisionId,
  Section,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ActFields, errorOf, type FileView, idIn, may, typedIn } from "../file/file-view.tsx";
import { concludedEligibility } from "../file/instruction.ts";
import { type BudgetLine, cuttable, sayColumn, whyLess } from "./accepted-costs.ts";
import { fundingPlan, type PlanLine, planLines } from "./funding-plan.ts";

const FORM = "couts";

/** Line by line: asked, accepted, and why not all. The aid follows from what is accepted. */
export function Budget(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const lines = planLines(view.scheme, view.file.answers, view.file.costs, view.instruction);
  const editable = may(view, "accept-costs");
  const table = (
    <DataTable
      caption="Budget, ligne par ligne"
      captionHidden
      columns={columnsOf(view, editable, new Set(lines.map((line) => line.party)).size > 1)}
      rows={lines}
      rowKey={(line) => line.line}
      detail={(line) => <UnderLine view={view} line={line} editable={editable} />}
      empty={<p class="es-hint">Aucune phase n’est chiffrée.</p>}
    />
  );
  return (
    <>
      {editable && lines.length > 0 ? (
        <form method="post" action={urls.reviewCosts.href({ id: view.file.application.id })} id={FORM}>
          <ActFields view={view} />
          <p class="es-hint">
            Laissez les montants demandés, ou réduisez-les : chaque réduction demande sa raison, qui figurera dans la
            décision.
          </p>
          {table}
          <Button variant="secondary" size="sm" icon="euro">
            Enregistrer les montants acceptés
          </Button>
        </form>
      ) : (
        table
      )}
      <Funding view={view} />
    </>
  );
}

function accepted(view: FileView, line: BudgetLine) {
  return view.file.costs.find((one) => one.line === line.line) ?? null;
}

function columnsOf(view: FileView, editable: boolean, several: boolean): readonly Column<PlanLine>[] {
  return [
    {
      key: "label",
      header: "Poste",
      rowHeader: true,
      cell: (line) => (several ? `${line.partyName} : ${line.label}` : line.label),
    },
    ...cuttable(view.scheme).map(
      (column): Column<PlanLine> => ({
        key: column.id,
        header: `${column.label} : demandé`,
        numeric: true,
        cell: (line) => shown(column, line.values[column.id] ?? null),
      }),
    ),
    ...cuttable(view.scheme).map((column): Column<PlanLine> => {
      const label = `${column.label} : accepté`;
      return {
        key: `accepted-${column.id}`,
        header: label,
        numeric: true,
        cell: (line) => {
          const value = accepted(view, line)?.values[column.id] ?? line.values[column.id] ?? null;
          if (!editable) return shown(column, value);
          return <Cell view={view} line={line} name={column.id} label={label} value={typed(column, value)} />;
        },
      };
    }),
    {
      key: "presented",
      header: "Coût présenté",
      numeric: true,
      cell: (line) => <Money cents={line.presented} exact />,
    },
    {
      key: "eligible",
      header: "Dépense éligible",
      numeric: true,
      cell: (line) => <Money cents={line.kept} exact />,
    },
  ];
}

function costOf(view: FileView, line: BudgetLine) {
  return view.instruction.accepted.costs.find((one) => one.path === line.line);
}

function Cell(props: {
  readonly view: FileView;
  readonly line: BudgetLine;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly wide?: boolean;
}): JSX.Element {
  const { view, line } = props;
  const name = `${line.line}.${props.name}`;
  const error = errorOf(view, FORM, name);
  const id = idIn(FORM, name);
  return (
    <>
      <input
        class={props.wide === true ? "ds-input es-width-l" : "ds-input es-width-xs"}
        id={id}
        type="text"
        name={name}
        value={typedIn(view, FORM, name, props.value)}
        inputmode={props.wide === true ? undefined : "decimal"}
        autocomplete="off"
        aria-label={`${props.label}, ${line.partyName}, ${line.label}`}
        placeholder={props.wide === true ? "Raison de la réduction, s’il y en a une" : undefined}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-erreur`}
      />
      {error !== undefined && (
        <p class="es-error" id={`${id}-erreur`}>
          {error}
        </p>
      )}
    </>
  );
}

function shown(column: CostColumn, value: number | null): Content {
  if (value === null) return "";
  return column.kind === "days" ? formatNumber(value) : <Money cents={value} />;
}

/** A value as a person would type it. */
function typed(column: CostColumn, value: number | null): string {
  if (value === null) return "";
  return formatNumber(column.kind === "days" ? value : value / 100);
}

/** Under the line: what the rules keep of it and why, and the officer's own reason when less is accepted. */
function UnderLine(props: {
  readonly view: FileView;
  readonly line: BudgetLine;
  readonly editable: boolean;
}): JSX.Element {
  const { view, line, editable } = props;
  const cut = accepted(view, line);
  const rule = whyLess(null, costOf(view, line));
  const reason = cut?.reason ?? "";
  return (
    <>
      {rule !== "" && <p>{rule}</p>}
      {editable ? (
        <Cell view={view} line={line} name="reason" label="Raison de la réduction" value={reason} wide />
      ) : (
        reason !== "" && <p>Réduction : {reason}</p>
      )}
    </>
  );
}

/** True unless a condition is not met and nothing was proposed or voted: what is shown then is a supposition. */
function isPossible({ instruction, file }: FileView): boolean {
  const { proposedAid, decidedAid } = file.application;
  return proposedAid !== null || decidedAid !== null || concludedEligibility(instruction.checks) !== "not-eligible";
}

function Funding(props: { readonly view: FileView }): JSX.Element {
  const { instruction, file } = props.view;
  const { asked, accepted } = instruction;
  const { funding } = accepted;
  const { decidedAid, proposedAid } = file.application;
  const plan = fundingPlan(instruction, decidedAid ?? proposedAid ?? funding.aid ?? 0);
  return (
    <Section
      title={isPossible(props.view) ? "Plan de financement" : "Plan de financement, si chaque condition était remplie"}
      level={3}
    >
      <Changed view={props.view} names={fundedIn(props.view.scheme, file.answers).map(({ called }) => called)} />
      {asked.funding.aid !== funding.aid && (
        <p>
          Aide sur ce qui est demandé : <strong>{amount(asked.funding.aid)}</strong>. Sur ce qui est accepté :{" "}
          <strong>{amount(funding.aid)}</strong>.
        </p>
      )}
      {instruction.isEstimate && (
        <Notice tone="info" title="Estimation">
          Une condition n’est pas établie, ou une réponse manque : le montant peut changer.
        </Notice>
      )}
      <SummaryList
        compact
        items={[
          { label: "Coût présenté, selon devis hors taxes", value: <Money cents={plan.presented} /> },
          { label: "Dépense éligible", value: <Money cents={plan.eligible} /> },
          {
            label:
              decidedAid !== null
                ? "Aide votée"
                : proposedAid !== null
                  ? "Aide proposée"
                  : isPossible(props.view)
                    ? "Aide que permettent les règles"
                    : "Aide si chaque condition était remplie",
            value: <Money cents={plan.aid} />,
            note: `${formatPercent(plan.rate)} de la dépense éligible${lessThan(plan.aid, funding.aid)}`,
          },
          ...(plan.other > 0 ? [{ label: "Autres financements publics", value: <Money cents={plan.other} /> }] : []),
          { label: "Reste à la charge du bénéficiaire", value: <Money cents={plan.own} /> },
        ]}
      />
      <FundingBar
        shares={[
          { part: "region", label: "Région", amount: plan.aid },
          { part: "other", label: "Autres financements publics", amount: plan.other },
          { part: "own", label: "Bénéficiaire", amount: plan.own },
        ]}
      />
      <FundingSteps
        // The last step is what remains to pay of what is accepted; above, of what is presented.
        steps={funding.steps.slice(0, -1).map((step, index, all) => ({
          label: stepLabel(step, asked),
          value: step.value,
          provision: step.id,
          total: index === all.length - 1,
        }))}
      />
    </Section>
  );
}

/** How the rules name the days that a computation begins with. */
const DAYS_ASKED = "Jours demandés";

/** The steps are those of what is accepted: where that is less than was asked, the first says both. */
function stepLabel({ label, value, party: structure }: Step, asked: Assessment): string {
  if (label !== DAYS_ASKED) return label;
  const wanted = asked.funding.steps.find((one) => one.label === DAYS_ASKED && one.party === structure);
  return wanted === undefined || wanted.value === value ? label : `Jours acceptés (${wanted.value} demandés)`;
}

/** What the rules allow, where less is proposed or voted. */
function lessThan(aid: number, most: number | null): string {
  return most === null || aid >= most ? "" : ` ; les règles permettent ${sayMoney(cents(most))}`;
}

function amount(value: number | null): string {
  return value === null ? "on ne peut pas le dire" : sayMoney(cents(value));
}

/** What each structure already had, whichever way it came, and what is left to it. */
export function History(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const rule = view.scheme.ledger.find(({ asked }) => asked === true);
  const measure = rule?.measure ?? "aid";
  const say = (value: number) => sayColumn({ kind: measure === "aid" ? "money" : "days" }, value);
  return (
    <>
      {fundedIn(view.scheme, view.file.answers).map(({ called, siren }, at) => {
        const ledger = siren === null ? undefined : view.file.ledgers.get(siren);
        const share = view.instruction.accepted.funding.parties[at];
        const had = view.file.history[at];
        const waiting = (ledger?.entries ?? [])
          .filter((entry) => entry.basis === "asked")
          .reduce((sum, entry) => sum + measured(entry, measure), 0);
        const past = view.file.pastGrants.filter((one) => one.siren === siren);
        return (
          <Section key={at} title={called} level={3} aside={siren === null ? "SIREN inconnu" : `SIREN ${siren}`}>
            <p>
              Accordés ou payés sous ce cadre, toutes voies confondues :{" "}
              <strong>{say(had?.[measure]?.whole ?? 0)}</strong> et{" "}
              <strong>{sayMoney(cents(had?.aid?.whole ?? 0))}</strong>.{" "}
              {share?.measures[measure] !== undefined && (
                <>
                  Ce dossier peut encore retenir <strong>{say(share.measures[measure].allowed ?? 0)}</strong> et en
                  retient {say(share.measures[measure].kept ?? 0)}.{" "}
                </>
              )}
              {waiting > 0 && <>D’autres dossiers, pas encore votés, demandent {say(waiting)}. </>}
              {rule !== undefined && <ProvisionId id={rule.provision} />}
            </p>
            {ledger !== undefined && ledger.entries.length > 0 && (
              <ul>
                {ledger.entries.slice(0, SHOWN_ENTRIES).map((entry, index) => (
                  <li key={index}>{entryLine(entry)}</li>
                ))}
                {ledger.entries.length > SHOWN_ENTRIES && <li>et {ledger.entries.length - SHOWN_ENTRIES} autres</li>}
              </ul>
            )}
            {past.length > 0 && (
              <>
                <p>Aides d’avant ce service ; celles de la version en vigueur du cadre comptent dans le plafond :</p>
                <ul>
                  {past.map((one, index) => (
                    <li key={index}>
                      {formatDay(one.grantedOn)}, {one.scheme} : <Money cents={measured(one, "aid")} />
                      {one.measures.days !== undefined && ` pour ${sayDays(one.measures.days)}`} ({one.source})
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Section>
        );
      })}
    </>
  );
}

/** The ledger has moved since the filing: both numbers, and what it changes in euros. */
function Changed(props: { readonly view: FileView; readonly names: readonly string[] }): JSX.Element | null {
  const { changed, filed, asked } = props.view.instruction;
  if (changed.length === 0) return null;
  const [before, now] = [filed.funding.aid, asked.funding.aid];
  return (
    <Notice tone="warning" title="Les jours déjà financés ont changé depuis le dépôt">
      <ul>
        {changed.map((one) => (
          <li key={one.party}>
            {props.names[one.party] ?? ""} : {sayDays(one.filed)} comptés au dépôt,{" "}
            <strong>{sayDays(one.now)} accordés ou payés aujourd’hui</strong>.
          </li>
        ))}
      </ul>
      <p>
        Sur ce qui est demandé, l’aide était de {amount(before)} au dépôt ; elle est de <strong>{amount(now)}</strong>{" "}
        aujourd’hui
        {before !== null && now !== null && before !== now && (
          <>
            {" "}
            ({now > before ? "+" : "−"} {sayMoney(cents(Math.abs(now - before)))})
          </>
        )}
        . L’avis et le vote se calculent sur les jours d’aujourd’hui.
      </p>
    </Notice>
  );
}

/** A structure has a few requests; more than this is no list to read. */
const SHOWN_ENTRIES = 20;

const bases = { asked: "demandé", granted: "accordé", paid: "payé", past: "accordé avant ce service" } as const;

function entryLine(entry: LedgerEntry): JSX.Element {
  const words = `${entry.measures.days === undefined ? "" : `${sayDays(entry.measures.days)}, `}${sayMoney(cents(measured(entry, "aid")))} (${bases[entry.basis]})`;
  if (entry.applicationId === null) return <>{words}</>;
  return <a href={urls.review.href({ id: entry.applicationId })}>{words}</a>;
}
