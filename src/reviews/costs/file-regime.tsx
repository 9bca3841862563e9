import type { JSX } from "preact";
import {
  type Money as Amount,
  cents,
  day,
  type GrantedAid,
  grantedInYears,
  regimeStanding,
  sayDay,
  sayMoney,
} from "#policy/index.ts";
import { sayCountedAid } from "#src/life/index.ts";
import { formatDay, Money, NBSP, Notice, plural, Section } from "#src/ui/index.ts";
import type { ReviewedView } from "../file/file-view.tsx";
import { regimeOf } from "../instruction/regime.ts";

/** Where the organisation stands today under the regime of State aid of the call, and what makes it up. */
export function RegimeAids({ view }: { readonly view: ReviewedView }): JSX.Element | null {
  const regime = regimeOf(view.file);
  const today = day(view.today);
  const standing = regime === null ? null : regimeStanding(regime.name, regime.declared, regime.granted, today);
  if (standing === null) return null;
  const { counted, had } = standing;
  const { ceiling, law } = standing.regime;
  return (
    <Section id="regime-d-aide" title="Régime d’aide de l’appel" level={3} aside={law}>
      <p>
        Aides comptées depuis {standing.regime.years} ans, sans la présente :{" "}
        <strong>
          <Money cents={had} exact />
        </strong>{" "}
        au {formatDay(today)}, pour <Money cents={ceiling} /> au plus. Chacune compte du jour de sa décision, de jour à
        jour ; celles des entreprises liées comptent avec.
      </p>
      {counted.length === 0 ? (
        <p class="es-hint">Aucune aide déclarée ni accordée dans ce service.</p>
      ) : (
        <ul>
          {counted.map((aid, at) => (
            <li key={at}>{sayCountedAid(aid)}</li>
          ))}
        </ul>
      )}
      <UnknownRegime
        aids={grantedInYears(standing.regime, view.file.unknownRegimeAids, today)}
        had={had}
        ceiling={ceiling}
      />
    </Section>
  );
}

/** Aids of which nobody wrote the regime: they are in no counter, and may belong in this one. */
function UnknownRegime(props: {
  readonly aids: readonly GrantedAid[];
  readonly had: Amount;
  readonly ceiling: Amount;
}): JSX.Element | null {
  const { aids, had, ceiling } = props;
  if (aids.length === 0) return null;
  const whole = cents(aids.reduce((sum, { amount }) => sum + amount, 0));
  return (
    <Notice tone="warning" title={`Aides sans régime connu${NBSP}: ${sayMoney(whole)}, ${plural(aids.length, "aide")}`}>
      <p>
        {`Elles ne sont pas dans ce compte : demandez sous quel régime elles ont été accordées. Avec elles, il serait de ${sayMoney(cents(had + whole))}, pour ${sayMoney(ceiling)} au plus.`}
      </p>
      <ul>
        {aids.map(({ grantedOn, amount, source }, at) => (
          <li key={at}>{`${sayMoney(amount)} le ${sayDay(grantedOn)}, ${source}`}</li>
        ))}
      </ul>
    </Notice>
  );
}
