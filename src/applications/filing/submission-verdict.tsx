import type { JSX } from "preact";
import { Disclosure, formatMoney, Notice, Section, VerdictList } from "#src/ui/index.ts";
import type { SubmissionPageProps } from "./submission-props.ts";
import { littleAidOf } from "./submit.ts";

/** What the rules say: the reasons that matter first, all of them folded under. The machine refuses nothing. */
export function Verdict(props: SubmissionPageProps): JSX.Element {
  const { assessment } = props.file.reading;
  const items = assessment.criteria.map((one) => ({
    id: `critere-${one.id}-${one.party ?? 0}`,
    status: one.status,
    title:
      one.party === undefined || assessment.funding.parties.length < 2
        ? one.title
        : `${one.title}, structure ${one.party + 1}`,
    reason: one.reason,
    provision: one.id,
  }));
  const told = items.filter((one) => one.status === "to-assess");
  return (
    <Section id="conditions" title="Ce que disent les règles">
      <VerdictSummary {...props} />
      {told.length > 0 && <VerdictList items={told.map(({ provision: _, ...one }) => one)} />}
      <Disclosure summary={`Les ${items.length} conditions, une par une`}>
        <VerdictList items={items.map((one) => ({ ...one, id: `tout-${one.id}` }))} />
      </Disclosure>
    </Section>
  );
}

function VerdictSummary(props: SubmissionPageProps): JSX.Element {
  switch (props.file.reading.assessment.eligibility) {
    case "eligible":
      return <p>D’après vos réponses, toutes les conditions sont remplies. Un agent vérifie et une personne décide.</p>;
    case "to-assess":
      return (
        <p>D’après vos réponses, rien ne s’oppose à l’aide. Certains points demandent l’appréciation d’un agent.</p>
      );
    case "incomplete":
      return <p>Il manque des réponses pour dire si les conditions sont remplies.</p>;
    case "not-eligible":
      return (
        <p>
          D’après vos réponses, l’aide n’est pas possible en l’état. Si une réponse est inexacte, corrigez-la. Sinon,
          une demande déposée ainsi sera le plus souvent refusée.
        </p>
      );
  }
}

/** An aid of nothing, or of a few euros, is said before the button: the request may be a slip, or not worth its while. */
export function LittleAid(props: SubmissionPageProps): JSX.Element | null {
  const aid = littleAidOf(props.file.reading);
  if (aid === null) return null;
  return (
    <Notice tone="warning" title={`L’aide calculée n’est que de ${formatMoney(aid)}`} headingLevel={3}>
      <p>
        Vérifiez, avant de déposer,{" "}
        {props.file.reading.scheme.counted?.little ?? "vos dépenses et les autres financements publics"} :{" "}
        <a href="#budget-recapitulatif">voir le calcul</a>. Vous pouvez déposer quand même.
      </p>
    </Notice>
  );
}
