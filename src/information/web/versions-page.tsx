import type { JSX } from "preact";
import { type Framework, isForceKnown } from "#policy/index.ts";
import { formatDay, PageHeader, Prose, Section, type SummaryItem, SummaryList, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { FunderWords } from "#text/index.ts";
import { ToConfirm } from "./chapters.tsx";
import { ToldList } from "./told.tsx";

/** Every version of the text that the service holds, the latest first, with the act that voted each (D-01). */
export function VersionsPage(props: {
  readonly frameworks: readonly Framework[];
  readonly current: Framework;
}): JSX.Element {
  const funder = useFunder();
  return (
    <>
      <PageHeader
        title="Les versions du texte"
        lead="Un dossier est jugé avec la version en vigueur le jour de son dépôt, et la garde jusqu’au bout."
      />
      {props.frameworks.toReversed().map((framework) => (
        <Section
          key={framework.version}
          id={`version-${framework.version}`}
          title={`Version du ${formatDay(framework.deliberation.votedOn)}`}
          intro={framework === props.current ? "C’est la version en vigueur aujourd’hui." : undefined}
        >
          <SummaryList items={actOf(framework, funder)} />
          <Prose>
            <p>
              <a href={urls.version.href({ version: framework.version })}>
                Ce qui a changé avec la version du {formatDay(framework.deliberation.votedOn)}
              </a>
            </p>
          </Prose>
        </Section>
      ))}
      {(props.frameworks[0]?.earlier ?? []).length > 0 && (
        <Section
          id="avant"
          title="Avant ces versions"
          intro="Le service n’en tient pas les règles : elles ne jugent aucun dossier déposé ici."
        >
          <ToldList told={props.frameworks[0]?.earlier ?? []} />
        </Section>
      )}
    </>
  );
}

function actOf(framework: Framework, funder: FunderWords): readonly SummaryItem[] {
  const { deliberation } = framework;
  const known = (value: string | null, say: (value: string) => string = (text) => text) =>
    value === null ? <ToConfirm by={funder.the} /> : say(value);
  return [
    { label: "Votée par", value: deliberation.assembly },
    { label: "Délibération", value: known(deliberation.number, (number) => `n° ${number}`) },
    { label: "Votée le", value: formatDay(deliberation.votedOn) },
    { label: "Transmise au préfet le", value: known(deliberation.transmittedOn, formatDay) },
    { label: "Publiée le", value: known(deliberation.publishedOn, formatDay) },
    {
      label: "En vigueur depuis le",
      value: formatDay(framework.inForceFrom),
      note: isForceKnown(deliberation)
        ? "La plus tardive de la transmission et de la publication."
        : "Jour du vote, tant que la transmission et la publication ne sont pas toutes deux connues.",
    },
  ];
}
