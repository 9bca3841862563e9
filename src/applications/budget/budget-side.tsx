import type { JSX } from "preact";
import { type Ceiling, type CountedAid, partsOf, payerOf, type SourceShare } from "#policy/index.ts";
import { sayCountedAid } from "#src/life/index.ts";
import { Disclosure, formatMoneyExact, formatPercent, Icon, LiveRegion, plural } from "#src/ui/index.ts";
import { NoAidAsItStands } from "../draft/unmet.tsx";
import type { TableState } from "./table-state.ts";

export const SIDE = "qui-paie-quoi";

/** Beside the lines: who pays what, as a bar and as a table, and each bound of the aid at work. */
export function BudgetSide({ state }: { readonly state: TableState }): JSX.Element {
  const { funding, eligibility } = state.figures.assessment;
  const shares = funding.sources.flatMap((share) => (share.amount === null || share.amount === 0 ? [] : [share]));
  const isKnown = funding.aid !== null && funding.realCost !== null && funding.realCost > 0;
  return (
    <aside class="es-budget-side" aria-labelledby={`${SIDE}-titre`}>
      <LiveRegion id={SIDE}>
        <h2 id={`${SIDE}-titre`}>Qui paie quoi</h2>
        {eligibility === "not-eligible" ? (
          <p>
            <NoAidAsItStands />
          </p>
        ) : isKnown ? (
          <WhoPays shares={shares} cost={funding.realCost ?? 0} />
        ) : (
          <p class="es-hint">{whyUnknown(state)}</p>
        )}
        <Bounds ceilings={funding.ceilings ?? []} />
      </LiveRegion>
    </aside>
  );
}

function whyUnknown({ figures, lines }: TableState): string {
  if (figures.assessment.missingTerms.length > 0)
    return "Modalités non publiées : l’appel à projets fixera le taux et le plafond. Aucun montant d’aide n’est annoncé d’ici là.";
  return lines.length === 0
    ? "Le partage apparaît ici dès la première ligne."
    : "Le partage apparaît dès que les réponses dont il dépend sont données.";
}

/** Of the whole cost: while the plan of financing is not written, what nobody pays yet is told as such. */
function WhoPays(props: { readonly shares: readonly SourceShare[]; readonly cost: number }): JSX.Element {
  const amounts = props.shares.map(({ amount }) => amount ?? 0);
  const paid = amounts.reduce<number>((sum, one) => sum + one, 0);
  const unpaid = Math.max(0, props.cost - paid);
  const total = paid + unpaid;
  const parts = partsOf([...amounts, unpaid]);
  let from = 0;
  return (
    <>
      <svg class="es-funding-bar" width="100%" height="28" aria-hidden="true" focusable="false">
        {props.shares.map((share, index) => {
          const width = total === 0 ? 0 : (100 * (amounts[index] ?? 0)) / total;
          const at = from;
          from += width;
          return (
            <rect key={share.source} class={`es-part-${payerOf(share)}`} x={`${at}%`} width={`${width}%`} height="28" />
          );
        })}
        {unpaid > 0 && <rect class="es-part-gap" x={`${from}%`} width={`${(100 * unpaid) / total}%`} height="28" />}
      </svg>
      <table class="es-budget-pay">
        <caption class="ds-sr-only">Ressources du projet</caption>
        <thead class="ds-sr-only">
          <tr>
            <th scope="col">Qui paie</th>
            <th scope="col">Montant et part</th>
          </tr>
        </thead>
        <tbody>
          {props.shares.map((share, index) => (
            <tr key={share.source}>
              <th scope="row">
                <svg class="es-funding-key" width="14" height="14" aria-hidden="true" focusable="false">
                  <rect class={`es-part-${payerOf(share)}`} width="14" height="14" rx="3" />
                </svg>
                {share.label}
                {share.kind === "aid" && <small>au plus, selon les règles</small>}
              </th>
              <td>
                {formatMoneyExact(amounts[index] ?? 0)}
                <small>{formatPercent(parts[index] ?? 0)}</small>
              </td>
            </tr>
          ))}
          {unpaid > 0 && (
            <tr>
              <th scope="row">
                <svg class="es-funding-key" width="14" height="14" aria-hidden="true" focusable="false">
                  <rect class="es-part-gap" width="14" height="14" rx="3" />
                </svg>
                Reste à répartir<small>dans le plan de financement</small>
              </th>
              <td>
                {formatMoneyExact(unpaid)}
                <small>{formatPercent(parts[amounts.length] ?? 0)}</small>
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Coût du projet</th>
            <td>{formatMoneyExact(total)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="es-hint">Estimation selon les règles. Une personne décide, jamais la machine.</p>
    </>
  );
}

type Held = "kept" | "broken" | "unknown";

function held({ bound, value, limit }: Ceiling): Held {
  if (value === null || limit === null) return "unknown";
  return (bound === "at-most" ? value <= limit : value >= limit) ? "kept" : "broken";
}

const icons = { kept: "check", broken: "unmet", unknown: "question" } as const;
const words = { kept: "respecté", broken: "dépassé", unknown: "à compléter" } as const;

/** What is to be mended comes first, then what is to be told. */
const ranks = { broken: 0, unknown: 1, kept: 2 } as const;

/** Each bound with where the budget stands; folded as long as all of them hold. */
function Bounds(props: { readonly ceilings: readonly Ceiling[] }): JSX.Element | null {
  const ceilings = props.ceilings.toSorted((a, b) => ranks[held(a)] - ranks[held(b)]);
  if (ceilings.length === 0) return null;
  const broken = ceilings.filter((one) => held(one) === "broken").length;
  const open = ceilings.filter((one) => held(one) === "unknown").length;
  const kept = ceilings.length - broken - open;
  const summary = [
    ...(kept > 0 ? [`${plural(kept, "limite respectée", "limites respectées")}`] : []),
    ...(broken > 0 ? [`${plural(broken, "limite qui ne l’est pas", "limites qui ne le sont pas")}`] : []),
    ...(open > 0 ? [`${open} à compléter`] : []),
  ].join(", ");
  return (
    <Disclosure summary={summary} open={broken > 0}>
      <ul class="es-budget-bounds">
        {ceilings.map((one) => (
          <li key={one.label} data-held={held(one)}>
            <Icon name={icons[held(one)]} />
            <span>
              {one.label}
              <small>
                {figuresOf(one)} <span class="ds-sr-only">({words[held(one)]})</span>
              </small>
              <Gauge of={one} />
              <CountedAids aids={one.counted ?? []} />
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The aids that the counter adds up, each with where it is known from. */
function CountedAids({ aids }: { readonly aids: readonly CountedAid[] }): JSX.Element | null {
  if (aids.length === 0) return null;
  return (
    <ul class="es-hint">
      {aids.map((aid, at) => (
        <li key={at}>{sayCountedAid(aid)}</li>
      ))}
    </ul>
  );
}

/** « 20 351,53 € sur 20 351,53 € », « 61 054,59 €, pour 15 000,00 € au moins ». */
function figuresOf({ bound, value, limit }: Ceiling): string {
  if (limit === null) return "à compléter";
  const bounded = formatMoneyExact(limit);
  if (value === null) return bound === "at-most" ? `${bounded} au plus` : `${bounded} au moins`;
  return bound === "at-most"
    ? `${formatMoneyExact(value)} sur ${bounded} au plus`
    : `${formatMoneyExact(value)}, pour ${bounded} au moins`;
}

/** How much of the bound is used: a picture of the figures beside it. */
function Gauge({ of }: { readonly of: Ceiling }): JSX.Element | null {
  const { value, limit, bound } = of;
  if (value === null || limit === null || limit === 0 || bound === "at-least") return null;
  const width = Math.min(100, (100 * value) / limit);
  return (
    <svg class="es-budget-gauge" width="100%" height="6" aria-hidden="true" focusable="false">
      <rect class="es-budget-gauge-track" width="100%" height="6" rx="3" />
      <rect class="es-budget-gauge-used" width={`${width}%`} height="6" rx="3" />
    </svg>
  );
}
