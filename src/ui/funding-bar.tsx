import type { JSX } from "preact";
import { type Payer, partsOf } from "#policy/index.ts";
import { formatMoney, formatPercent } from "./format.ts";

export type FundingPart = Payer | "gap";

export interface FundingShare {
  readonly part: FundingPart;
  readonly label: string;
  /** In cents. */
  readonly amount: number;
}

/**
 * Who pays what: a bar whose every part is also a line of words and figures.
 * Shares are told to the hundredth; the bar itself is only a picture.
 */
export function FundingBar(props: {
  readonly shares: readonly FundingShare[];
  readonly title?: string | undefined;
}): JSX.Element {
  const shares = props.shares.filter((share) => share.amount > 0);
  const total = shares.reduce((sum, share) => sum + share.amount, 0);
  const parts = partsOf(shares.map((share) => share.amount));
  let from = 0;
  const placed = shares.map((share, index) => {
    const width = total === 0 ? 0 : (100 * share.amount) / total;
    const at = from;
    from += width;
    return { ...share, at, width, basisPoints: parts[index] ?? 0 };
  });
  return (
    <figure class="es-funding">
      <figcaption>
        {props.title ?? "Qui paie quoi"} <span class="es-money">{formatMoney(total)}</span>
      </figcaption>
      <svg class="es-funding-bar" width="100%" height="28" aria-hidden="true" focusable="false">
        {placed.map((share) => (
          <rect
            key={share.part + share.label}
            class={`es-part-${share.part}`}
            x={`${share.at}%`}
            width={`${share.width}%`}
            height="28"
          />
        ))}
        {placed.slice(1).map((share) => (
          <rect key={share.part + share.label} class="es-funding-cut" x={`${share.at}%`} width="2" height="28" />
        ))}
      </svg>
      <ul>
        {placed.map((share) => (
          <li key={share.part + share.label}>
            <svg class="es-funding-key" width="14" height="14" aria-hidden="true" focusable="false">
              <rect class={`es-part-${share.part}`} width="14" height="14" rx="3" />
            </svg>
            <span>{share.label}</span> <span class="es-money">{formatMoney(share.amount)}</span>{" "}
            <span class="es-share">{formatPercent(share.basisPoints)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

export interface FundingStep {
  readonly label: string;
  /** In cents, or words when no amount can be told. */
  readonly value: number | string;
  readonly provision?: string | undefined;
  readonly total?: boolean | undefined;
}

/** A computation read aloud, line by line, down to the amount. */
export function FundingSteps(props: { readonly steps: readonly FundingStep[] }): JSX.Element {
  return (
    <ol class="es-computation">
      {props.steps.map((step) => (
        <li key={step.label} class={step.total === true ? "es-computation-total" : undefined}>
          <span>
            {step.label}
            {step.provision !== undefined && <span class="es-provision">{step.provision}</span>}
          </span>
          {typeof step.value === "number" ? (
            <span class="es-money">{formatMoney(step.value)}</span>
          ) : (
            <span class="es-computation-words">{step.value}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
