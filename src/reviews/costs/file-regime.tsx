import type { JSX } from "preact";
import { day, regimeStanding } from "#policy/index.ts";
import { sayCountedAid } from "#src/life/index.ts";
import { formatDay, Money, Section } from "#src/ui/index.ts";
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
    </Section>
  );
}
