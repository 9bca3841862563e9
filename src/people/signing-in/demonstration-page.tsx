import type { JSX } from "preact";
import {
  ActionForm,
  Button,
  Card,
  Disclosure,
  EmptyState,
  formatList,
  Grid,
  PageHeader,
  plural,
  Section,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { agentRoleHints, agentRoleWords, memberRoleHints, memberRoleWords } from "../web/words.ts";
import type { DemonstrationMember, DemonstrationPerson } from "./demonstration.ts";

interface DemonstrationPageProps {
  readonly agents: readonly DemonstrationPerson[];
  readonly members: { readonly first: readonly DemonstrationMember[]; readonly others: readonly DemonstrationMember[] };
  readonly back: string | null;
}

export function DemonstrationPage(props: DemonstrationPageProps): JSX.Element {
  const funder = useFunder();
  const { agents, members, back } = props;
  return (
    <>
      <PageHeader
        title="Entrer dans la démonstration"
        lead="Choisissez une personne : vous verrez le service comme elle. Personnes et organismes sont fictifs ; vous pouvez tout essayer."
      />
      {agents.length + members.first.length === 0 && (
        <EmptyState title="Aucune personne de démonstration">
          <p>Le jeu de démonstration n’est pas chargé dans cette base.</p>
        </EmptyState>
      )}
      {agents.length > 0 && (
        <Section title={`À ${funder.the}`}>
          <People people={agents} back={back} />
        </Section>
      )}
      {members.first.length > 0 && (
        <Section
          title="Dans un organisme"
          intro="Chaque situation d’une demande s’y trouve : la carte dit ce que vous y verrez."
        >
          <People people={members.first} back={back} />
          {members.others.length > 0 && (
            <Disclosure summary={plural(members.others.length, "autre personne", "autres personnes")}>
              <People people={members.others} back={back} />
            </Disclosure>
          )}
        </Section>
      )}
    </>
  );
}

function People(props: {
  readonly people: readonly (DemonstrationPerson & Partial<DemonstrationMember>)[];
  readonly back: string | null;
}): JSX.Element {
  return (
    <Grid>
      {props.people.map((person) => (
        <Card key={person.id} level={3} title={person.name} eyebrow={capOf(person)}>
          {person.situations !== undefined && person.situations.length > 0 && (
            <p>
              <strong>{sentence(person.situations)}</strong>
            </p>
          )}
          <p>{canTry(person)}</p>
          <ActionForm
            action={urls.demonstration.href()}
            fields={{ personne: person.id, ...(props.back === null ? {} : { retour: props.back }) }}
          >
            <Button variant="secondary" context={`comme ${person.name}`}>
              Entrer
            </Button>
          </ActionForm>
        </Card>
      ))}
    </Grid>
  );
}

/** « Un dossier attend des compléments et un brouillon est à terminer. » */
function sentence(situations: readonly string[]): string {
  const listed = formatList(situations);
  return `${listed.charAt(0).toUpperCase()}${listed.slice(1)}.`;
}

function capOf(person: DemonstrationPerson): string {
  if (person.agentRoles.length > 0) return formatList(person.agentRoles.map((role) => agentRoleWords[role]));
  return formatList(person.memberships.map((one) => `${memberRoleWords[one.role]}, ${one.organisationName}`));
}

function canTry(person: DemonstrationPerson): string {
  const tries = [
    ...person.agentRoles.map((role) => agentRoleHints[role]),
    ...person.memberships.map((membership) => memberRoleHints[membership.role]),
  ];
  return [...new Set(tries)].join(" ");
}
