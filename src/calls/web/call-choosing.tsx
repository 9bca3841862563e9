import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import { territory } from "#policy/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { formatDay, NBSP, plural, Section, useFunder } from "#src/ui/index.ts";
import { type Content, titleOf } from "./call-parts.ts";

const ties = {
  spreading: "la meilleure note d’essaimage passe devant",
  cost: "le projet qui demande le moins passe devant",
  committee: "le comité tranche, et dit pourquoi",
} as const;

export function Choosing(props: { readonly content: Content; readonly isMarked: boolean }): JSX.Element {
  const funder = useFunder();
  const { assessors, conflictLimit, threshold, completionDays, tieRule, bodies = [] } = props.content;
  const names = [funder.the, ...(bodies ?? []).map((one) => territory.bodies[one].the)];
  return (
    <p>
      {`Les projets sont instruits par ${new Intl.ListFormat("fr-FR").format(names)}. `}
      {assessors != null &&
        (assessors === 1
          ? "Chacun est analysé une fois. "
          : `Chacun est analysé par ${assessors} personnes, chacune de son côté. `)}
      {conflictLimit != null &&
        `Deux analyses à plus de ${plural(conflictLimit, "point")} l’une de l’autre, sur 100, demandent une conciliation. `}
      {threshold != null && `Sous ${threshold} sur 100, un projet n’est pas retenu. `}
      {completionDays != null &&
        `Après la clôture, ce qui manque se demande à tous avec le même délai${NBSP}: ${plural(completionDays, "jour")}. `}
      {tieRule != null &&
        `${props.isMarked ? "À égalité de points" : "Aucune note n’est donnée ; entre ceux qui remplissent les critères, si l’enveloppe ne suffit pas"}, ${ties[tieRule]}.`}
    </p>
  );
}

/** Silence is a refusal after two months (CRPA L231-4), and a later decision stays possible. */
export function AfterFiling(props: { readonly closesAt: Temporal.Instant }): JSX.Element {
  const funder = useFunder();
  const silence = legalDay(props.closesAt).add({ months: 2 }, { overflow: "constrain" });
  return (
    <Section id="apres" title={titleOf("apres")}>
      <p>
        {`Sans réponse deux mois après votre dépôt, votre demande est réputée refusée : au plus tard le ${formatDay(silence)} pour un dépôt du jour de la clôture. Une décision peut encore venir après ; ${funder.the} vous la notifiera.`}
      </p>
    </Section>
  );
}
