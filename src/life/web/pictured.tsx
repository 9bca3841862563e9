import type { JSX } from "preact";
import type { Assessment, OpenScheme, Values } from "#policy/index.ts";
import { communeByCode, departmentsOfFunder, sayCommune } from "#src/territory/index.ts";
import {
  CashPicture,
  Disclosure,
  formatDay,
  formatMoney,
  Gantt,
  NBSP,
  Notice,
  plural,
  sayMonth,
} from "#src/ui/index.ts";

interface Read {
  readonly scheme: Pick<OpenScheme, "pictured">;
  readonly answers: Values;
  readonly assessment: Pick<Assessment, "funding">;
}

/** The calendar of a project as a picture beside its table; null where no stretch has both its days. */
export function ProjectCalendar({ of }: { readonly of: Read }): JSX.Element | null {
  const rows = of.scheme.pictured?.calendar(of.answers) ?? [];
  return rows.length === 0 ? null : <Gantt caption="Calendrier du projet" rows={rows} />;
}

/** What must be found to pay the project before its aids come: the most that is missing, said first. Nothing is judged. */
export function ProjectCash({ of }: { readonly of: Read }): JSX.Element | null {
  const plan = of.scheme.pictured?.cash?.(of.answers, of.assessment.funding) ?? null;
  if (plan === null) return null;
  return (
    <>
      <p>
        {plan.gap === null ? (
          <strong>La trésorerie indiquée suffit chaque mois.</strong>
        ) : (
          <>
            Il manque au plus <strong>{formatMoney(plan.gap.amount)}</strong>, fin {sayMonth(plan.gap.month)}.
          </>
        )}{" "}
        Chaque dépense est comptée le mois de son paiement, ou répartie sur la durée de son service ; les aides, aux
        jours attendus.
        {of.assessment.funding.aid === null && " Aucune aide n’y est comptée tant que son montant n’est pas connu."}
      </p>
      <CashPicture
        caption="Plan de trésorerie : ce qui reste à la fin de chaque mois"
        rows={plan.months}
        gap={plan.gap}
      />
    </>
  );
}

/** Both folded under what they say, for who reads many files: the essential is told before anything unfolds. */
export function FoldedPictures({ of }: { readonly of: Read }): JSX.Element {
  const days = of.scheme.pictured?.calendar(of.answers) ?? [];
  const [first, last] = [
    days.map(({ from }) => from).sort()[0],
    days
      .map(({ to }) => to)
      .sort()
      .at(-1),
  ];
  const plan = of.scheme.pictured?.cash?.(of.answers, of.assessment.funding) ?? null;
  const cash =
    plan?.gap == null
      ? "ce qui est indiqué suffit chaque mois"
      : `il manque au plus ${formatMoney(plan.gap.amount)}, fin ${sayMonth(plan.gap.month)}`;
  return (
    <>
      {first !== undefined && last !== undefined && (
        <Disclosure
          summary={`Calendrier${NBSP}: ${plural(days.length, "phase")}, du ${formatDay(first)} au ${formatDay(last)}`}
        >
          <ProjectCalendar of={of} />
        </Disclosure>
      )}
      {plan !== null && (
        <Disclosure summary={`Trésorerie${NBSP}: ${cash}`}>
          <ProjectCash of={of} />
        </Disclosure>
      )}
    </>
  );
}

/** The places of a project that are outside the region, for who judges where it is carried out; null where none is. */
export function PlacesOutside({ of }: { readonly of: Read }): JSX.Element | null {
  const here = new Set(departmentsOfFunder().map(({ code }) => code));
  const outside = (of.scheme.pictured?.places(of.answers) ?? []).flatMap((code) => {
    const commune = communeByCode(code);
    return commune === null || here.has(commune.department) ? [] : [`${sayCommune(code)} (${code})`];
  });
  if (outside.length === 0) return null;
  return (
    <Notice tone="warning" title={`Lieux hors de la région${NBSP}: ${outside.length}`}>
      <ul>
        {outside.map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
    </Notice>
  );
}
