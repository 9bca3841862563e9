import type { JSX } from "preact";
import { territory } from "#policy/index.ts";
import { regionMap } from "#src/territory/index.ts";
import {
  Card,
  EmptyState,
  FilterSearch,
  FilterSelect,
  Filters,
  Grid,
  LinkButton,
  PageHeader,
  plural,
  RegionMap,
  Section,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { CommunityTabs } from "../web/tabs.tsx";
import { type Actor, actorKindWords, departmentsInWords, EVERYWHERE } from "./actor.ts";
import type { DirectoryFilter } from "./store.ts";

export interface DirectoryPageProps {
  readonly actors: readonly Actor[];
  readonly counts: ReadonlyMap<string, number>;
  readonly filter: DirectoryFilter;
  /** The visitor's organisations that have no page of their own yet. */
  readonly mayJoin: readonly { readonly id: string; readonly name: string }[];
  readonly own: readonly { readonly id: string; readonly name: string }[];
  readonly isSignedIn: boolean;
}

export function DirectoryPage(props: DirectoryPageProps): JSX.Element {
  const funder = useFunder();
  const { actors, filter } = props;
  const query: Record<string, string> = {
    ...(filter.kind === null ? null : { nature: filter.kind }),
    ...(filter.words === "" ? null : { q: filter.words }),
  };
  return (
    <>
      <PageHeader
        title="La communauté"
        lead={`Communotic rassemble ceux qui forment ${territory.where} et ceux qui les aident : on s’y trouve, on s’entraide, on partage ce qui marche.`}
        actions={<Join {...props} />}
      />
      <CommunityTabs at="actors" />
      <Section title="L’annuaire des acteurs">
        <RegionMap
          map={regionMap()}
          counts={props.counts}
          noun={["acteur", "acteurs"]}
          current={filter.department}
          href={(code) => urls.community.href({}, { ...query, departement: code })}
          all={EVERYWHERE}
        />
        <Search filter={filter} />
        <p class="es-hint" role="status">
          {plural(actors.length, "acteur")}
        </p>
        {actors.length === 0 ? (
          <EmptyState title="Personne ici pour l’instant" level={3}>
            <p>Essayez un autre département, ou tous les acteurs.</p>
            <LinkButton variant="secondary" href={urls.community.href()}>
              Voir tous les acteurs
            </LinkButton>
          </EmptyState>
        ) : (
          <Grid>
            {actors.map((actor) => (
              <Card
                key={actor.id}
                level={3}
                title={actor.name}
                href={urls.actor.href({ slug: actor.slug })}
                eyebrow={actorKindWords[actor.kind]}
                footer={departmentsInWords(actor.departments)}
              >
                <p>{actor.summary}</p>
              </Card>
            ))}
          </Grid>
        )}
      </Section>
      <Section title="Faire le point">
        <Grid>
          <Card level={3} title="Maturité numérique" href={urls.digitalMaturity.href()}>
            <p>Dix-huit questions pour savoir où vous en êtes, et par où continuer.</p>
          </Card>
          <Card level={3} title="Développement durable" href={urls.sustainability.href()}>
            <p>Quinze questions, et un service {funder.of} qui peut vous accompagner.</p>
          </Card>
        </Grid>
      </Section>
    </>
  );
}

function Join(props: DirectoryPageProps): JSX.Element {
  const [first] = props.mayJoin;
  const [own] = props.own;
  if (!props.isSignedIn) {
    return (
      <LinkButton href={urls.signIn.href({}, { retour: urls.community.href() })} icon="user">
        Rejoindre la communauté
      </LinkButton>
    );
  }
  return (
    <>
      {first !== undefined && (
        <LinkButton href={urls.actorEdit.href({ id: first.id })} icon="plus" context={`pour ${first.name}`}>
          Rejoindre la communauté
        </LinkButton>
      )}
      {own !== undefined && (
        <LinkButton variant="secondary" href={urls.actorEdit.href({ id: own.id })} icon="pen">
          Ma fiche
        </LinkButton>
      )}
    </>
  );
}

function Search(props: { readonly filter: DirectoryFilter }): JSX.Element {
  const { filter } = props;
  return (
    <Filters
      action={urls.community.href()}
      label="Chercher dans l’annuaire"
      kept={{ departement: filter.department }}
      button="Chercher"
    >
      <FilterSearch name="q" label="Un nom, un savoir-faire" value={filter.words} />
      <FilterSelect name="nature" label="Nature" all="Toutes" options={actorKindWords} value={filter.kind} />
    </Filters>
  );
}
