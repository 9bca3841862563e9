import type { JSX } from "preact";
import {
  ActionForm,
  Button,
  ButtonBar,
  ChoiceField,
  Confirm,
  DataTable,
  dayInParis,
  EmailField,
  ErrorSummary,
  Form,
  formatDay,
  PageHeader,
  Section,
  SelectField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { MEMBER_ROLES, type MemberRole } from "../visitor.ts";
import { memberRoleHints, memberRoleWords } from "../web/words.ts";
import type { PendingInvitation } from "./invitations.ts";
import type { JoinRequest } from "./join-requests.ts";
import type { Member } from "./members.ts";
import type { Organisation } from "./organisation.ts";

export interface MembersPageProps {
  readonly organisation: Organisation;
  readonly members: readonly Member[];
  readonly invitations: readonly PendingInvitation[];
  readonly requests: readonly JoinRequest[];
  readonly personId: string;
  readonly mayManage: boolean;
  readonly mayInvite: boolean;
  readonly mayLeave: boolean;
  readonly mayTransfer: boolean;
  readonly invited?: { readonly email: string; readonly role: string; readonly error: string };
}

const roleOptions = MEMBER_ROLES.map((value) => ({
  value,
  label: memberRoleWords[value],
  hint: memberRoleHints[value],
}));

export function MembersPage(props: MembersPageProps): JSX.Element {
  const { organisation, invited } = props;
  return (
    <>
      <ErrorSummary errors={invited === undefined ? [] : [{ name: "email", message: invited.error }]} />
      <PageHeader title="Membres" eyebrow={organisation.name} lead="Qui agit pour l’organisme, et avec quels droits." />
      {props.requests.length > 0 && <Requests {...props} />}
      <MembersTable {...props} />
      {props.mayInvite && <Invite {...props} />}
      {props.invitations.length > 0 && <Invitations {...props} />}
      {(props.mayLeave || props.mayTransfer) && <Leaving {...props} />}
    </>
  );
}

function MembersTable(props: MembersPageProps): JSX.Element {
  return (
    <DataTable
      caption="Membres de l’organisme"
      captionHidden
      rows={props.members}
      rowKey={(member) => member.personId}
      columns={[
        { key: "name", header: "Nom", rowHeader: true, cell: (member) => member.name || member.email },
        { key: "email", header: "Adresse", cell: (member) => member.email },
        { key: "role", header: "Rôle", cell: (member) => memberRoleWords[member.role] },
        ...(props.mayManage
          ? [{ key: "acts", header: "Modifier", cell: (member: Member) => <MemberActs {...props} member={member} /> }]
          : []),
      ]}
    />
  );
}

function MemberActs(props: MembersPageProps & { readonly member: Member }): JSX.Element | null {
  const { member, organisation } = props;
  if (member.personId === props.personId) return null;
  const path = { id: organisation.id, person: member.personId };
  return (
    <ButtonBar>
      {MEMBER_ROLES.filter((role) => role !== member.role).map((role) => (
        <ActionForm key={role} action={urls.organisationMember.href(path)} fields={{ role }}>
          <Button variant="tertiary" size="sm" context={`pour ${member.name}`}>
            {`Passer ${memberRoleWords[role].toLowerCase()}`}
          </Button>
        </ActionForm>
      ))}
      <Confirm
        id={`retrait-${member.personId}`}
        action={urls.organisationMemberRemoval.href(path)}
        label="Retirer"
        title={`Retirer ${member.name} de l’organisme ?`}
        confirmLabel="Retirer"
        danger
        size="sm"
      >
        <p>Cette personne ne verra plus les demandes de l’organisme. Ce qu’elle a fait reste dans l’historique.</p>
      </Confirm>
    </ButtonBar>
  );
}

function Requests(props: MembersPageProps): JSX.Element {
  const { organisation } = props;
  return (
    <Section title="Demandes d’accueil" intro="Ces personnes demandent à rejoindre l’organisme.">
      <DataTable
        caption="Demandes d’accueil"
        captionHidden
        rows={props.requests}
        rowKey={(request) => request.id}
        columns={[
          { key: "name", header: "Nom", rowHeader: true, cell: (request) => request.name },
          { key: "email", header: "Adresse", cell: (request) => request.email },
          {
            key: "answer",
            header: "Réponse",
            cell: (request) => (
              <ButtonBar>
                {(["editor", "reader"] satisfies MemberRole[]).map((role) => (
                  <Answer key={role} organisationId={organisation.id} request={request} answer={role}>
                    {`Accueillir comme ${memberRoleWords[role].toLowerCase()}`}
                  </Answer>
                ))}
                <Answer organisationId={organisation.id} request={request} answer="refuse">
                  Refuser
                </Answer>
              </ButtonBar>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Answer(props: {
  readonly organisationId: string;
  readonly request: JoinRequest;
  readonly answer: MemberRole | "refuse";
  readonly children: string;
}): JSX.Element {
  const action = urls.organisationJoinRequest.href({ id: props.organisationId, request: props.request.id });
  return (
    <ActionForm action={action} fields={{ role: props.answer }}>
      <Button
        variant={props.answer === "refuse" ? "tertiary" : "secondary"}
        size="sm"
        context={`: ${props.request.name}`}
      >
        {props.children}
      </Button>
    </ActionForm>
  );
}

function Invite(props: MembersPageProps): JSX.Element {
  return (
    <Section title="Inviter quelqu’un" intro="La personne reçoit un lien par courriel, valable quatorze jours.">
      <Form action={urls.organisationInvitations.href({ id: props.organisation.id })}>
        <EmailField
          name="email"
          label="Son adresse électronique"
          value={props.invited?.email}
          error={props.invited?.error}
          autocomplete="off"
        />
        <ChoiceField name="role" label="Son rôle" options={roleOptions} value={props.invited?.role ?? "editor"} />
        <Button icon="send">Envoyer l’invitation</Button>
      </Form>
    </Section>
  );
}

function Invitations(props: MembersPageProps): JSX.Element {
  const { organisation } = props;
  return (
    <Section title="Invitations en attente">
      <DataTable
        caption="Invitations en attente"
        captionHidden
        rows={props.invitations}
        rowKey={(invitation) => invitation.id}
        columns={[
          { key: "email", header: "Adresse", rowHeader: true, cell: (invitation) => invitation.email },
          { key: "role", header: "Rôle", cell: (invitation) => memberRoleWords[invitation.role] },
          { key: "until", header: "Jusqu’au", cell: (invitation) => formatDay(dayInParis(invitation.expiresAt)) },
          {
            key: "revoke",
            header: "Annuler",
            cell: (invitation) => (
              <ActionForm action={urls.organisationInvitation.href({ id: organisation.id, invitation: invitation.id })}>
                <Button variant="tertiary" size="sm" context={`l’invitation de ${invitation.email}`}>
                  Annuler
                </Button>
              </ActionForm>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Leaving(props: MembersPageProps): JSX.Element {
  const { organisation } = props;
  const others = props.members.filter((member) => member.personId !== props.personId);
  return (
    <Section title="Quitter ou transmettre">
      {props.mayTransfer && others.length > 0 && (
        <Form action={urls.organisationTransfer.href({ id: organisation.id })}>
          <SelectField
            name="personne"
            label="Transmettre ma responsabilité à"
            hint="Cette personne devient responsable, et vous devenez rédacteur."
            options={others.map((member) => ({ value: member.personId, label: member.name || member.email }))}
          />
          <Button variant="secondary">Transmettre</Button>
        </Form>
      )}
      {props.mayLeave && (
        <Confirm
          id="depart"
          action={urls.organisationLeaving.href({ id: organisation.id })}
          label="Quitter l’organisme"
          title={`Quitter ${organisation.name} ?`}
          confirmLabel="Quitter"
          danger
        >
          <p>Vous ne verrez plus ses demandes. Un responsable pourra vous inviter de nouveau.</p>
        </Confirm>
      )}
    </Section>
  );
}
