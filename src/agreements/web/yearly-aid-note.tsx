import type { JSX } from "preact";
import { AGREEMENT_ABOVE } from "#policy/index.ts";
import { Day, Money, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { YearOfBeneficiary } from "../yearly.ts";

/** What the beneficiary was granted in the year, over all schemes, and why an agreement is needed or not. */
export function YearlyAidNote({ yearly }: { readonly yearly: YearOfBeneficiary }): JSX.Element {
  const funder = useFunder();
  const { year, total, grants, need } = yearly;
  return (
    <>
      <h3 class="es-card-title">
        Aides {funder.of} à cet organisme en {year} : <Money cents={total} />
      </h3>
      <ul>
        {grants.map(({ id, number, cents, grantedOn }) => (
          <li key={`${id ?? number} ${grantedOn}`}>
            <Money cents={cents} />, <Day day={grantedOn} />,{" "}
            {id === null ? number : <a href={urls.review.href({ id })}>{number}</a>}
          </li>
        ))}
      </ul>
      <p class="es-hint">{whyOf(need)}</p>
    </>
  );
}

function whyOf(need: YearOfBeneficiary["need"]): JSX.Element {
  const above = <Money cents={AGREEMENT_ABOVE} />;
  switch (need) {
    case "union":
      return (
        <>L’Union européenne paie une part du projet : une convention est obligatoire, quel que soit le montant.</>
      );
    case "sum":
      return (
        <>
          Plus de {above} dans l’année, tous dispositifs confondus : une convention est obligatoire, et ses données
          essentielles sont publiées.
        </>
      );
    case null:
      return (
        <>
          Pas plus de {above} dans l’année : la loi n’impose pas de convention. Elle est établie pour que chacun sache à
          quoi il s’engage.
        </>
      );
  }
}
