import type { JSX } from "preact";
import {
  ActionForm,
  Button,
  ChoiceField,
  DataTable,
  Disclosure,
  dayInParis,
  EmailField,
  EmptyState,
  ErrorSummary,
  Form,
  formatDayShort,
  formatTime,
  LinkButton,
  PageHeader,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { AGENT_ROLES } from "../visitor.ts";
import { agentRoleHints, agentRoleWords } from "../web/words.ts";
import { AdministrationTabs } from "./administration-tabs.tsx";
import type { Agent } from "./agents.ts";

export interface AdministrationPageProps {
  readonly agents: readonly Agent[];
  readonly mayManage: boolean;
  readonly mayReadOutbox: boolean;
  readonly typed?: { readonly email: string; readonly role: string };
  readonly errors?: Readonly<Record<string, string>>;
}

export function AdministrationPage(props: AdministrationPageProps): JSX.Element {
  const errors = props.errors ?? {};
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        title="Administration"
        lead="Les agents, leurs rôles et ce qui dépend d’eux. Chaque changement est inscrit au journal."
        actions={
          <>
            <LinkButton variant="secondary" href={urls.administrationVocabulary.href()}>
              Vocabulaire du cadre
            </LinkButton>
            <LinkButton variant="secondary" href={urls.belongingDesk.href()}>
              Appartenances à vérifier
            </LinkButton>
            {props.mayReadOutbox && (
              <LinkButton variant="secondary" href={urls.outbox.href()}>
                Courriels du service
              </LinkButton>
            )}
          </>
        }
      />
      <AdministrationTabs current="agents" />
      <DataTable
        caption="Agents et leurs rôles"
        captionHidden
        rows={props.agents}
        rowKey={(agent) => agent.personId}
        empty={<EmptyState title="Aucun agent" />}
        columns={[
          {
            key: "name",
            header: "Agent",
            rowHeader: true,
            cell: ({ name, email }) => (
              <>
                {name || "Pas encore connecté"} <small>{email}</small>
              </>
            ),
          },
          { key: "roles", header: "Rôles", cell: (agent) => <Roles agent={agent} mayManage={props.mayManage} /> },
          { key: "bodies", header: "Siège dans", cell: ({ bodies }) => bodies.join(", ") },
          {
            key: "seen",
            header: "Dernière visite",
            cell: ({ seenAt }) => (seenAt === null ? <span class="es-none">Aucune</span> : <Seen at={seenAt} />),
          },
          {
            key: "left",
            header: "Sans cette personne",
            cell: (agent) => wouldBeLeft(agent, props.agents),
          },
        ]}
      />
      {props.mayManage && (
        <Disclosure summary="Donner un rôle à quelqu’un" open={props.errors !== undefined}>
          <p>La personne est prévenue par courriel ; si elle n’a pas de compte, il est créé.</p>
          <Form action={urls.administrationRoles.href()}>
            <EmailField
              name="email"
              label="Adresse électronique de l’agent"
              value={props.typed?.email}
              error={errors.email}
              autocomplete="off"
            />
            <ChoiceField
              name="role"
              label="Rôle"
              as="radios"
              options={AGENT_ROLES.map((value) => ({
                value,
                label: agentRoleWords[value],
                hint: agentRoleHints[value],
              }))}
              value={props.typed?.role}
              error={errors.role}
            />
            <Button>Donner ce rôle</Button>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

function Seen({ at }: { readonly at: NonNullable<Agent["seenAt"]> }): JSX.Element {
  return (
    <span class="es-number">
      {formatDayShort(dayInParis(at))}, {formatTime(at)}
    </span>
  );
}

/** What nobody would hold if this person left: files, tasks, a role that no one else has. */
function wouldBeLeft(agent: Agent, agents: readonly Agent[]): JSX.Element | string {
  const alone = agent.roles.filter((role) => agents.every((one) => one === agent || !one.roles.includes(role)));
  const roles = alone.map((role) => `personne d’autre n’a le rôle « ${agentRoleWords[role]} »`);
  const words = [...agent.held, ...roles];
  return words.length === 0 ? <span class="es-none">Rien ne manque</span> : words.join(", ");
}

function Roles(props: { readonly agent: Agent; readonly mayManage: boolean }): JSX.Element {
  const { agent } = props;
  if (!props.mayManage) return <>{agent.roles.map((role) => agentRoleWords[role]).join(", ")}</>;
  return (
    <div class="es-roles">
      {agent.roles.map((role) => (
        <ActionForm key={role} action={urls.administrationRole.href({ person: agent.personId, role })}>
          <Button
            variant="tertiary"
            size="sm"
            icon="cross"
            context={`: retirer ce rôle à ${agent.name || agent.email}`}
          >
            {agentRoleWords[role]}
          </Button>
        </ActionForm>
      ))}
    </div>
  );
}
