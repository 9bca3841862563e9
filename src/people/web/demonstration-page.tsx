import type { JSX } from "preact";
import { ActionForm, Button, Card, EmptyState, formatList, Grid, PageHeader, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { DemonstrationPerson } from "../demonstration.ts";
import { agentRoleHints, agentRoleWords, memberRoleHints, memberRoleWords } from "./words.ts";

export function DemonstrationPage(props: {
  readonly people: readonly DemonstrationPerson[];
  readonly back: string | null;
}): JSX.Element {
  const agents = props.people.filter((person) => person.agentRoles.length > 0);
  const members = props.people.filter((person) => person.agentRoles.length === 0);
  return (
    <>
      <PageHeader
        title="Entrer dans la démonstration"
        lead="Choisissez une personne : vous verrez le service comme elle. Personnes et organismes sont fictifs ; vous pouvez tout essayer."
      />
      {props.people.length === 0 ? (
        <EmptyState title="Aucune personne de démonstration">
          <p>Le jeu de démonstration n’est pas chargé dans cette base.</p>
        </EmptyState>
      ) : (
        <>
          <Group title="Dans un organisme" people={members} back={props.back} />
          <Group title="À la Région" people={agents} back={props.back} />
        </>
      )}
    </>
  );
}

function Group(props: {
  readonly title: string;
  readonly people: readonly DemonstrationPerson[];
  readonly back: string | null;
}): JSX.Element | null {
  if (props.people.length === 0) return null;
  return (
    <Section title={props.title}>
      <Grid>
        {props.people.map((person) => (
          <Card key={person.id} title={person.name} eyebrow={capOf(person)}>
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
    </Section>
  );
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
