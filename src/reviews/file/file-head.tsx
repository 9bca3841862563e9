import type { JSX } from "preact";
import { cents, fundedIn, sayMoney } from "#policy/index.ts";
import { type Standing, sayWay } from "#src/applications/index.ts";
import { routeOf } from "#src/life/index.ts";
import { Deadline, formatDateTime, formatDay, Money, Notice } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { decidedAidLabel } from "../costs/aid-in-force.ts";
import { aidBeforeCorrections } from "../exchange/asked-before.ts";
import { concludedEligibility } from "../instruction/instruction.ts";
import type { ReviewedView } from "./file-view.tsx";

/** Who, what, how much, since when: the few lines that say what the file is. */
export function Essentials(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { application } = view.file;
  return (
    <>
      {application.state === "completion-requested" && application.suspendedUntil !== null && (
        <Notice tone="info" title="Le délai de décision est suspendu">
          <Deadline day={application.suspendedUntil} today={view.today} /> pour la réponse du demandeur.
        </Notice>
      )}
      <dl class="es-read">
        {itemsOf(view).map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {note !== undefined && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="es-hint">
        {`Cadre d’intervention du ${formatDay(application.framework)}, règles ${view.scheme.ruleSetHash.slice(0, 12)}.`}{" "}
        <a href={urls.version.href({ version: application.framework })}>Ce qui a changé avec cette version</a>
      </p>
    </>
  );
}

interface Item {
  readonly label: string;
  readonly value: JSX.Element | string;
  readonly note?: JSX.Element | string;
}

function sayBelonging(standing: Standing): string {
  switch (standing.kind) {
    case "proved":
      return `vérifiée. ${sayWay(standing.way, standing.what)}`;
    case "waiting":
      return "à vérifier.";
    case "refused":
      return "refusée.";
    case "none":
      return "rien ne la montre encore.";
  }
}

function itemsOf(view: ReviewedView): readonly Item[] {
  const { application, assignee } = view.file;
  const { accepted } = view.instruction;
  const commune = application.commune === null ? "" : ` · ${view.placeName(application.commune)}`;
  return [
    {
      label: "Organisme",
      // Its name heads the page.
      value: `SIREN ${application.organisationSiren}${commune}`,
      ...(view.belonging === null
        ? {}
        : {
            note: (
              <>
                <a href={urls.belongingDesk.href()}>Appartenance</a> : {sayBelonging(view.belonging)}
              </>
            ),
          }),
    },
    ...routeItem(view),
    { label: "Déposé", value: application.submittedAt === null ? "" : formatDateTime(application.submittedAt) },
    { label: "Affecté à", value: assignee ?? "Personne" },
    askedAid(view),
    { label: "Coûts retenus", value: money(accepted.funding.eligibleCosts) },
    ...allowedAid(view),
    ...(application.proposedAid === null ? [] : [{ label: "Aide proposée", value: money(application.proposedAid) }]),
    ...(application.decidedAid === null
      ? []
      : [{ label: decidedAidLabel(view.file), value: money(application.decidedAid) }]),
  ];
}

/** In whose name it asks, and for how many. */
function routeItem(view: ReviewedView): readonly Item[] {
  const route = routeOf(view.file.application);
  if (route === null) return [];
  const several = fundedIn(view.scheme, view.file.answers).length;
  return [{ label: "Voie", value: several < 2 ? route.word : `${route.word}, ${several} structures` }];
}

/** What the rules allow; where a condition is not met that is nothing, and what it would be is told apart. */
function allowedAid({ instruction }: ReviewedView): readonly Item[] {
  const { ceiling, checks } = instruction;
  const label = "Aide que permettent les règles";
  if (concludedEligibility(checks) !== "not-eligible") return [{ label, value: money(ceiling) }];
  const would =
    ceiling === null ? {} : { note: `Si chaque condition était remplie : ${sayMoney(cents(ceiling))} au plus` };
  return [{ label, value: "Aucune : une condition n’est pas remplie", ...would }];
}

/** What is asked; where a correction changed what it comes to, what was asked before it too. */
function askedAid({ file }: ReviewedView): Item {
  const { requestedAid } = file.application;
  const before = aidBeforeCorrections(file.journal);
  return {
    label: "Aide demandée",
    value: money(requestedAid),
    ...(before === null || before === requestedAid
      ? {}
      : { note: `Après correction par le service ; ${sayMoney(cents(before))} avant elle` }),
  };
}

function money(cents: number | null): JSX.Element | string {
  return cents === null ? "" : <Money cents={cents} />;
}
