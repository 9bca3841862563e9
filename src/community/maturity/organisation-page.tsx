import type { JSX } from "preact";
import type { Instrument } from "#policy/index.ts";
import {
  ActionForm,
  Answer,
  Button,
  ButtonBar,
  CopyLink,
  DataTable,
  Disclosure,
  formatDay,
  formatMonth,
  Icon,
  LinkButton,
  plural,
  pluralOf,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { controls, questionsOf } from "./addresses.ts";
import { Coming, type ComingDate } from "./coming.tsx";
import { MaturityPicture } from "./picture.tsx";
import { ScaleNotice, Steps } from "./result-page.tsx";
import {
  type AssessmentRound,
  type Average,
  type DimensionResult,
  headlineOf,
  levelsOfRound,
  movesOf,
} from "./rounds.ts";

export interface OrganisationResultProps {
  readonly instrument: Instrument;
  readonly organisation: { readonly id: string; readonly name: string };
  /** The newest first; one at least. */
  readonly rounds: readonly AssessmentRound[];
  readonly results: readonly DimensionResult[];
  readonly average: Average | null;
  /** Dates of the agenda on the same subject. */
  readonly dates: readonly ComingDate[];
  readonly personId: string;
  readonly origin: string;
}

/** Where an organisation stands: today, before, and among others; then what to do next. */
export function OrganisationResultPage(props: OrganisationResultProps): JSX.Element {
  const { instrument, organisation, rounds, results, average } = props;
  const [latest, before] = rounds;
  const people = latest?.responses.length ?? 0;
  const month = before === undefined ? undefined : formatMonth(before.openedOn);
  return (
    <>
      <Answer level={1} tone="info" icon="flag" title={headlineOf(results).join(" ")}>
        <p>{`${organisation.name} · ${formatDay(latest?.openedOn ?? "")} · ${plural(people, "personne a répondu", "personnes ont répondu")}`}</p>
        {month !== undefined && <p>{movesInWords(results, month)}</p>}
      </Answer>
      <Section title={`Vos ${instrument.dimensions.length} domaines`}>
        <MaturityPicture
          instrument={instrument}
          results={results}
          before={month}
          compared={average?.organisations ?? null}
        />
        <ScaleNotice instrument={instrument} />
        {people > 1 && <People {...props} />}
        {rounds.length > 2 && <Past {...props} />}
      </Section>
      <Steps results={results} />
      <Coming dates={props.dates} />
      <Section title="Et ensuite">
        <Follow {...props} />
      </Section>
    </>
  );
}

/** « Depuis mars 2026, trois domaines sur six ont avancé. Rien n’a reculé. » */
function movesInWords(results: readonly DimensionResult[], month: string): string {
  const { compared, up, down } = movesOf(results);
  const forward =
    up === 0
      ? "aucun domaine n’a avancé"
      : `${plural(up, "domaine", "domaines")} sur ${compared} ${pluralOf(up, "a avancé", "ont avancé")}`;
  const back = down === 0 ? "Rien n’a reculé." : `${plural(down, "domaine a reculé", "domaines ont reculé")}.`;
  return `Depuis ${month}, ${forward}. ${back}`;
}

function People(props: OrganisationResultProps): JSX.Element {
  const { instrument, rounds, personId } = props;
  const responses = rounds[0]?.responses ?? [];
  return (
    <Disclosure summary="Comparer les regards, personne par personne">
      <DataTable
        caption="Niveaux trouvés par chacun"
        captionHidden
        rows={responses}
        rowKey={(_, index) => String(index)}
        columns={[
          {
            key: "who",
            header: "Personne",
            rowHeader: true,
            cell: (one) => (one.personId === personId ? "Vous" : one.name || "Une personne partie"),
          },
          ...instrument.dimensions.map(({ id, name }) => ({
            key: id,
            header: name,
            cell: (one: (typeof responses)[number]) => {
              const level = one.levels[id];
              return level === null || level === undefined ? "—" : `${level}, ${instrument.levels[level - 1]}`;
            },
          })),
        ]}
      />
    </Disclosure>
  );
}

function Past(props: OrganisationResultProps): JSX.Element {
  const { instrument, rounds } = props;
  return (
    <Disclosure summary={`Les ${rounds.length} points, l’un après l’autre`}>
      <DataTable
        caption="Niveaux à chaque point"
        captionHidden
        rows={rounds}
        rowKey={(round) => round.id}
        columns={[
          { key: "on", header: "Point du", rowHeader: true, cell: (round) => formatDay(round.openedOn) },
          { key: "people", header: "Personnes", cell: (round) => round.responses.length },
          ...instrument.dimensions.map(({ id, name }) => ({
            key: id,
            header: name,
            cell: (round: AssessmentRound) => levelsOfRound(instrument, round.responses)[id] ?? "—",
          })),
        ]}
      />
    </Disclosure>
  );
}

function Follow(props: OrganisationResultProps): JSX.Element {
  const { instrument, organisation, origin } = props;
  const again = questionsOf(instrument, { [controls.organisation]: organisation.id });
  const { slug } = instrument;
  return (
    <>
      <CopyLink id="inviter" label="Inviter des collègues à répondre" url={origin + again} />
      <p class="es-hint">
        Ce lien s’ouvre pour les membres de l’organisme.{" "}
        <a href={urls.organisationMembers.href({ id: organisation.id })}>Ajouter un membre</a>
      </p>
      {instrument.id === "sustainability" && (
        <p>
          <a href={urls.newReferral.href()}>Être orienté vers le service E3D</a> ·{" "}
          <a href={urls.sustainabilityLabel.href({ id: organisation.id })}>Déclarer le label E3D</a>
        </p>
      )}
      <ButtonBar>
        <LinkButton variant="secondary" icon="pen" href={again}>
          Répondre, ou corriger mes réponses
        </LinkButton>
        <ActionForm action={urls.assessmentReminder.href({ instrument: slug, id: organisation.id })}>
          <Button variant="tertiary" icon="bell">
            Me le rappeler dans six mois
          </Button>
        </ActionForm>
        <button class="ds-button" data-variant="tertiary" type="button" data-print hidden>
          <Icon name="print" />
          Imprimer
        </button>
      </ButtonBar>
    </>
  );
}
