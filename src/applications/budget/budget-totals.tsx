import type { JSX } from "preact";
import { LiveRegion, Money, plural, pluralOf } from "#src/ui/index.ts";
import type { TableState } from "./table-state.ts";

export const TOTALS = "budget-totaux";
export const SENTENCE = "budget-phrase";

/** The figures that stay in view while one writes. */
export function BudgetTotals({ state }: { readonly state: TableState }): JSX.Element {
  const { funding, eligibility } = state.figures.assessment;
  const wrong = state.lines.reduce((sum, { note }) => sum + note.wrong.size, 0);
  const isPromised = eligibility !== "not-eligible";
  return (
    <LiveRegion id={TOTALS}>
      <dl class="es-budget-totals">
        <Total label="Retenu" amount={funding.eligibleCosts ?? funding.realCost} isMain />
        {isPromised &&
          funding.sources
            .filter(({ kind }) => kind === "aid")
            .map(({ source, label, amount }) => <Total key={source} label={`${label}, au plus`} amount={amount} />)}
        {isPromised && <Total label="À votre charge" amount={funding.ownContribution} />}
        {wrong > 0 && (
          <div class="es-budget-wrong">
            <dt>À corriger</dt>
            <dd>
              {wrong} {pluralOf(wrong, "case")}
            </dd>
          </div>
        )}
      </dl>
    </LiveRegion>
  );
}

function Total(props: {
  readonly label: string;
  readonly amount: number | null;
  readonly isMain?: true;
}): JSX.Element | null {
  if (props.amount === null && props.isMain !== true) return null;
  return (
    <div class={props.isMain === true ? "es-budget-main" : undefined}>
      <dt>{props.label}</dt>
      <dd>{props.amount === null ? "—" : <Money cents={props.amount} exact />}</dd>
    </div>
  );
}

/** Under the table, the same in one sentence: what is asked, kept, left to a person, left out. */
export function BudgetSentence({ state }: { readonly state: TableState }): JSX.Element {
  const { figures, lines } = state;
  const costOf = (path: string) => figures.lines.get(path)?.cost ?? 0;
  const sum = (of: (one: TableState["lines"][number]) => boolean) =>
    lines.filter(of).reduce((total, { path }) => total + costOf(path), 0);
  const judged = sum(({ note }) => note.state === "to-judge");
  const cut = sum(({ note }) => note.state === "cut");
  const asked = sum(() => true);
  const kept = lines.reduce((total, { path }) => total + (figures.lines.get(path)?.eligible ?? 0), 0);
  return (
    <LiveRegion id={SENTENCE}>
      <p class="es-budget-sentence" data-announce>
        {lines.length === 0 ? (
          "Aucune ligne pour l’instant."
        ) : (
          <>
            Prévu <Money cents={asked} exact /> : <Money cents={kept} exact /> retenus, <Money cents={judged} exact /> à
            apprécier par une personne, <Money cents={cut} exact /> écartés.
            {figures.waiting > 0 &&
              ` ${plural(figures.waiting, "ligne attend", "lignes attendent")} un montant et ne ${pluralOf(figures.waiting, "compte", "comptent")} pas encore.`}
          </>
        )}
      </p>
    </LiveRegion>
  );
}
