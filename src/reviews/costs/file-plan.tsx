import type { JSX } from "preact";
import { type Assessment, type ComputationStep, type Counted, cents, fundedIn, sayMoney } from "#policy/index.ts";
import { FundingBar, FundingSteps, formatPercent, Money, Notice, useFunder } from "#src/ui/index.ts";
import { Fold } from "../checks/earlier.tsx";
import type { ReviewedView } from "../file/file-view.tsx";
import { concludedEligibility } from "../instruction/instruction.ts";
import { decidedAidLabel } from "./aid-in-force.ts";
import { fundingPlan } from "./funding-plan.ts";

/** True unless a condition is not met and nothing was proposed or voted: what is shown then is a supposition. */
function isPossible({ instruction, file }: ReviewedView): boolean {
  const { proposedAid, decidedAid } = file.application;
  return proposedAid !== null || decidedAid !== null || concludedEligibility(instruction.checks) !== "not-eligible";
}

/** What the file costs, what is eligible, who pays: the computation itself unfolds. */
export function Plan(props: { readonly view: ReviewedView }): JSX.Element {
  const funder = useFunder();
  const { view } = props;
  const { instruction, file } = view;
  const { asked, accepted } = instruction;
  const { funding } = accepted;
  const { decidedAid, proposedAid } = file.application;
  const plan = fundingPlan(file.application, instruction, decidedAid ?? proposedAid ?? funding.aid ?? 0);
  return (
    <>
      <h3>{isPossible(view) ? "Plan de financement" : "Plan de financement, si chaque condition était remplie"}</h3>
      <Changed view={view} names={fundedIn(view.scheme, file.answers).map(({ called }) => called)} />
      {asked.funding.aid !== funding.aid && (
        <p>
          Aide sur ce qui est demandé : <strong>{amount(asked.funding.aid)}</strong>. Sur ce qui est accepté :{" "}
          <strong>{amount(funding.aid)}</strong>.
        </p>
      )}
      <dl class="es-read es-read-money">
        <Amount label="Coût présenté, selon devis hors taxes" cents={plan.presented} />
        <Amount label={plan.eligibleAs ?? "Dépense éligible"} cents={plan.eligible} />
        <Amount
          label={aidLabel(view)}
          cents={plan.aid}
          strong
          note={`${formatPercent(plan.rate)} de la dépense éligible${lessThan(plan.aid, funding.aid)}`}
        />
        {plan.beside?.map(({ label, cents }) => (
          <Amount key={label} label={label} cents={cents} />
        ))}
        {plan.other > 0 && <Amount label="Autres financements publics" cents={plan.other} />}
        <Amount label="Reste à la charge du bénéficiaire" cents={plan.own} />
      </dl>
      {instruction.isEstimate && (
        <p class="es-hint">Estimation : une condition n’est pas établie, ou une réponse manque.</p>
      )}
      <Fold summary="Le calcul, pas à pas">
        <FundingBar
          shares={[
            { part: "funder", label: funder.short, amount: plan.aid },
            ...(plan.beside ?? []).map(({ label, cents }) => ({ part: "co-funder" as const, label, amount: cents })),
            { part: "other", label: "Autres financements publics", amount: plan.other },
            { part: "own", label: "Bénéficiaire", amount: plan.own },
          ]}
        />
        <FundingSteps
          // The last step is what remains to pay of what is accepted; above, of what is presented.
          steps={funding.steps.slice(0, -1).map((step, index, all) => ({
            label: stepLabel(step, asked, view.scheme.counted),
            value: step.value,
            provision: step.id,
            total: index === all.length - 1,
          }))}
        />
      </Fold>
    </>
  );
}

function aidLabel(view: ReviewedView): string {
  const { decidedAid, proposedAid } = view.file.application;
  if (decidedAid !== null) return decidedAidLabel(view.file);
  if (proposedAid !== null) return "Aide proposée";
  return isPossible(view) ? "Aide que permettent les règles" : "Aide si chaque condition était remplie";
}

function Amount(props: {
  readonly label: string;
  readonly cents: number;
  readonly note?: string;
  readonly strong?: boolean;
}): JSX.Element {
  const money = <Money cents={props.cents} />;
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        {props.strong === true ? <strong>{money}</strong> : money}
        {props.note !== undefined && <small>{props.note}</small>}
      </dd>
    </div>
  );
}

/** The steps are those of what is accepted: where that is less than was asked, the first says both. */
function stepLabel({ label, value, party }: ComputationStep, asked: Assessment, counted: Counted | undefined): string {
  if (counted === undefined || label !== counted.asked) return label;
  const wanted = asked.funding.steps.find((one) => one.label === label && one.party === party);
  return wanted === undefined || wanted.value === value ? label : counted.accepted(wanted.value);
}

/** What the rules allow, where less is proposed or voted. */
function lessThan(aid: number, most: number | null): string {
  return most === null || aid >= most ? "" : ` ; les règles permettent ${sayMoney(cents(most))}`;
}

function amount(value: number | null): string {
  return value === null ? "on ne peut pas le dire" : sayMoney(cents(value));
}

/** The ledger has moved since the filing: both numbers, and what it changes in euros. */
function Changed(props: { readonly view: ReviewedView; readonly names: readonly string[] }): JSX.Element | null {
  const { changed, filed, asked } = props.view.instruction;
  const moved = props.view.scheme.counted?.moved;
  if (changed.length === 0 || moved === undefined) return null;
  const [before, now] = [filed.funding.aid, asked.funding.aid];
  return (
    <Notice tone="warning" title={moved.title}>
      <ul>
        {changed.map((one) => (
          <li key={one.party}>
            {props.names[one.party] ?? ""} : {moved.filed(one.filed)}, <strong>{moved.now(one.now)}</strong>.
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
        . {moved.basis}
      </p>
    </Notice>
  );
}
