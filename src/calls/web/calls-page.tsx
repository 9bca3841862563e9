import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import { Card, EmptyState, Grid, PageHeader, Section, StateTag, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Phase, type PublishedCall, phaseOf, schemeOfCall } from "../call.ts";
import { readCall } from "../content.ts";
import { phaseLook, sayCalendar } from "../words.ts";

const titles: readonly (readonly [Phase, string])[] = [
  ["open", "Ouverts"],
  ["to-come", "À venir"],
  ["closed", "Clos"],
];

/** Every call that was ever published, the open ones first. */
export function CallsPage(props: {
  readonly calls: readonly PublishedCall[];
  readonly now: Temporal.Instant;
}): JSX.Element {
  const funder = useFunder();
  const { calls, now } = props;
  const byPhase = Map.groupBy(calls, (call) => phaseOf(call, now));
  return (
    <>
      <PageHeader
        title="Appels à projets"
        lead={`Ce que ${funder.the} ouvre, jusqu’à quand, et à quelles conditions.`}
      />
      {titles.map(([phase, title]) => {
        const found = byPhase.get(phase) ?? [];
        // What comes first is read first: the next to close, or to open; of those that are over, the last.
        const here = phase === "closed" ? found : found.toReversed();
        if (here.length === 0 && phase !== "open") return null;
        return (
          <Section key={phase} title={title}>
            {here.length === 0 ? (
              <EmptyState title="Aucun appel n’est ouvert en ce moment" level={3}>
                <p>Suivez les annonces pour savoir quand le prochain ouvrira.</p>
              </EmptyState>
            ) : (
              <Grid>
                {here.map((call) => (
                  <CallCard key={call.id} call={call} now={now} />
                ))}
              </Grid>
            )}
          </Section>
        );
      })}
      <section class="es-card es-card-tinted" aria-labelledby="suivre">
        <h2 class="es-card-title" id="suivre">
          Suivre les appels
        </h2>
        <p>Ouvertures et clôtures dans votre calendrier, ou dans votre lecteur d’annonces.</p>
        <p class="es-agenda-links">
          <a href={urls.subscriptions.href({}, { sujets: "calls" })}>Être averti par courriel</a>
          <a href={urls.callsCalendar.href()}>Ajouter à mon calendrier (iCal)</a>
          <a href={urls.callsFeed.href()}>Suivre les annonces (Atom)</a>
        </p>
      </section>
    </>
  );
}

function CallCard(props: { readonly call: PublishedCall; readonly now: Temporal.Instant }): JSX.Element {
  const { call, now } = props;
  const scheme = schemeOfCall(call);
  return (
    <Card
      title={call.title}
      href={urls.call.href({ slug: call.slug })}
      eyebrow={scheme.name}
      mark={<StateTag {...phaseLook(phaseOf(call, now))} />}
      footer={sayCalendar(call, now)}
    >
      <p>{readCall(scheme, call.raw).content.summary}</p>
    </Card>
  );
}
