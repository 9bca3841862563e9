import type { JSX } from "preact";
import type { Destination } from "#policy/index.ts";
import { LinkButton } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { NextStep } from "./rounds.ts";

/** Three steps that fit, each with the place where it is taken. */
export function NextSteps(props: { readonly steps: readonly NextStep[] }): JSX.Element {
  return (
    <ol class="es-next-steps">
      {props.steps.map(({ dimension, advice }, index) => {
        const { href, label } = placeOf(advice.leadsTo);
        return (
          <li key={advice.title}>
            <div>
              <strong>{advice.title}</strong>
              <p>
                {advice.text} Pour <em>{dimension.name.toLowerCase()}</em>.
              </p>
            </div>
            <LinkButton href={href} variant={index === 0 ? "primary" : "secondary"} context={`: ${advice.title}`}>
              {label}
            </LinkButton>
          </li>
        );
      })}
    </ol>
  );
}

function placeOf(destination: Destination): { readonly href: string; readonly label: string } {
  switch (destination.to) {
    case "scheme":
      return { href: urls.scheme.href({ scheme: destination.slug }), label: "Voir le dispositif" };
    case "simulator":
      return { href: urls.simulator.href({ scheme: destination.slug }), label: "Vérifier en une minute" };
    case "exchanges":
      return { href: urls.listings.href(), label: "Voir les annonces" };
    case "practices":
      return { href: urls.practices.href(), label: "Lire les pratiques" };
    case "actors":
      return { href: urls.community.href(), label: "Ouvrir l’annuaire" };
    case "referral":
      return { href: urls.newReferral.href(), label: "Demander à être orienté" };
  }
}
