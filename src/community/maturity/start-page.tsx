import type { JSX } from "preact";
import type { Instrument } from "#policy/index.ts";
import {
  DataTable,
  formatDay,
  LinkButton,
  PageHeader,
  Prose,
  plural,
  Quote,
  Section,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { controls, questionsOf } from "./addresses.ts";

/** Where an organisation of the visitor's stands. */
export interface OwnAssessment {
  readonly organisationId: string;
  readonly name: string;
  /** ISO day of the latest round; null where there is none. */
  readonly latest: string | null;
  readonly rounds: number;
}

export function StartPage(props: {
  readonly instrument: Instrument;
  readonly own: readonly OwnAssessment[];
}): JSX.Element {
  const funder = useFunder();
  const { instrument, own } = props;
  const [first] = own;
  const carried = first === undefined ? {} : { [controls.organisation]: first.organisationId };
  return (
    <>
      <PageHeader
        variant="hero"
        eyebrow={instrument.name}
        title={instrument.invitation}
        lead={instrument.summary}
        actions={
          <LinkButton href={questionsOf(instrument, carried)} icon="arrow-right" iconAt="end">
            Commencer
          </LinkButton>
        }
      />
      {own.length > 0 && <Own {...props} />}
      <Section title="Ce que vous verrez">
        <Prose>
          <ul>
            <li>{`Votre niveau dans ${instrument.dimensions.length} domaines, dessiné et écrit : ${instrument.levels.join(", ").toLowerCase()}.`}</li>
            <li>Trois pas qui vous vont, d’après vos domaines les plus bas.</li>
            <li>Avec un compte : ce qui a changé depuis la fois d’avant, et le regard de vos collègues.</li>
            <li>À partir de dix structures : une moyenne, sans aucun nom.</li>
          </ul>
          <p>
            Sans compte, rien n’est gardé : vos réponses voyagent seulement dans l’adresse de la page. Avec un compte,
            seuls les membres de votre organisme voient le résultat. {funder.capital} ne voit pas vos réponses, et rien
            ici n’a d’effet sur vos aides.
          </p>
        </Prose>
      </Section>
      <Section title="Les domaines">
        <Prose>
          <ul>
            {instrument.dimensions.map((dimension) => (
              <li key={dimension.id}>
                <strong>{dimension.name}</strong> : {dimension.about.toLowerCase()}
              </li>
            ))}
          </ul>
        </Prose>
        <Quote provision={instrument.provision} summary="D’où vient cette échelle ?">
          <p>
            {instrument.scaleNotice} Le niveau d’un domaine est celui de la réponse du milieu : la moitié au moins de ce
            que vous avez dit l’atteint.
          </p>
        </Quote>
      </Section>
    </>
  );
}

function Own(props: { readonly instrument: Instrument; readonly own: readonly OwnAssessment[] }): JSX.Element {
  const { instrument } = props;
  return (
    <Section title="Dans vos organismes">
      <DataTable
        caption="Où en sont vos organismes"
        captionHidden
        rows={props.own}
        rowKey={(one) => one.organisationId}
        columns={[
          { key: "name", header: "Organisme", rowHeader: true, cell: (one) => one.name },
          {
            key: "latest",
            header: "Dernier point",
            cell: (one) => (one.latest === null ? "Pas encore" : formatDay(one.latest)),
          },
          { key: "rounds", header: "Points", cell: (one) => plural(one.rounds, "point") },
          {
            key: "open",
            header: "Ouvrir",
            cell: (one) =>
              one.latest === null ? (
                <a href={questionsOf(instrument, { [controls.organisation]: one.organisationId })}>
                  Commencer<span class="ds-sr-only">{` pour ${one.name}`}</span>
                </a>
              ) : (
                <a href={urls.assessmentOf.href({ instrument: instrument.slug, id: one.organisationId })}>
                  Voir le résultat<span class="ds-sr-only">{` de ${one.name}`}</span>
                </a>
              ),
          },
        ]}
      />
    </Section>
  );
}
