import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import type { Call } from "#src/calls/index.ts";
import { type Committee, type MeetingState, meetingForm, meetingLooks, sayHeld } from "#src/committees/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  formatDateTime,
  LinkButton,
  LongTextField,
  Notice,
  PageHeader,
  PlainFields,
  plural,
  Section,
  SelectField,
  StateTag,
  SummaryList,
  summaryOf,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { SelectionTabs } from "../web/tabs.tsx";

import { instantsOf, type Session } from "./session.ts";

export interface SessionPageProps {
  readonly call: Call;
  readonly session: Session | null;
  readonly committees: readonly Committee[];
  readonly mayPlan: boolean;
  /** Members of the committee read this page; the other ones of the selection are agents'. */
  readonly maySeeAll: boolean;
  /** Whether the reader left the room for no project, or signs the minutes. */
  readonly mayReadDraft: boolean;
  /** Whether the visitor chairs this committee: the minutes are theirs to sign. */
  readonly mayChair: boolean;
  /** Projects ranked of which no decision is kept yet: the minutes would say none. */
  readonly undecided: number;
  readonly refused: { readonly raw: Raw; readonly errors: ReadonlyMap<string, string> } | null;
}

/** The meeting of a call: where and when, what its minutes say, what was corrected since. */
export function SessionPage(props: SessionPageProps): JSX.Element {
  const { call, session, refused } = props;
  return (
    <>
      <ErrorSummary errors={refused === null ? [] : summaryOf(meetingForm, refused.errors)} />
      <PageHeader
        eyebrow="Sélection"
        title={call.title}
        lead="La réunion du comité, ses présences, son compte rendu."
      />
      {props.maySeeAll && <SelectionTabs call={call} at="session" />}
      {session === null ? <EmptyState title="Aucune réunion n’est prévue" /> : <Meeting {...props} session={session} />}
      {props.mayPlan && (session === null || session.state === "closed") && <PlanForm {...props} />}
    </>
  );
}

function Meeting(props: SessionPageProps & { readonly session: Session }): JSX.Element {
  const { session, call } = props;
  const present = session.attendance.filter(({ presence }) => presence === "present").length;
  return (
    <Section title={session.title}>
      <p>
        <StateTag {...meetingLooks[session.state as MeetingState]} />
      </p>
      <SummaryList
        compact
        items={[
          { label: "Quand", value: sayHeld(instantsOf(session)) },
          { label: "Où", value: session.place },
          { label: "Visioconférence", value: session.link === "" ? "" : <a href={session.link}>{session.link}</a> },
          { label: "Présences", value: `${present} sur ${session.seats.length}` },
          {
            label: "Quorum",
            value:
              session.quorum === null
                ? "Se compte à l’ouverture de la séance"
                : `${session.quorum.held} sièges tenus pour ${session.quorum.needed}`,
          },
          { label: "Déports", value: plural(session.leaves.length, "déport") },
        ]}
      />
      <ButtonBar>
        <LinkButton href={urls.meeting.href({ slug: session.committeeSlug, number: String(session.number) })}>
          Ordre du jour, présences, intérêts
        </LinkButton>
        <LinkButton variant="secondary" href={urls.callRoom.href({ call: call.id })}>
          Écran de séance
        </LinkButton>
      </ButtonBar>
      <Minutes {...props} />
    </Section>
  );
}

function Minutes(props: SessionPageProps & { readonly session: Session }): JSX.Element {
  const { session, call } = props;
  const { issued } = session;
  if (issued === null) {
    return (
      <Section title="Procès-verbal" level={3}>
        <p>
          {session.state === "closed"
            ? "La présidence le relit, puis le signe : il est alors numéroté et ne change plus."
            : "Il se fait à la clôture de la séance, à partir du classement, des présences et des déports."}
        </p>
        <ButtonBar>
          {props.mayReadDraft && (
            <LinkButton variant="secondary" icon="eye" newTab href={urls.callMinutesFile.href({ call: call.id })}>
              Voir le procès-verbal en projet
            </LinkButton>
          )}
        </ButtonBar>
        {props.mayChair && session.state === "closed" && props.undecided > 0 && (
          <Notice tone="warning" title="Des décisions ne sont pas enregistrées">
            <p>
              {`Le procès-verbal signé ne change plus, et ne dirait rien de la décision ${props.undecided === 1 ? "d’un projet" : `de ${props.undecided} projets`}. `}
              <a href={urls.callSelection.href({ call: call.id })}>Enregistrer les décisions du comité</a> d’abord.
            </p>
          </Notice>
        )}
        {props.mayChair && session.state === "closed" && (
          <ActionForm action={urls.callMinutes.href({ call: call.id })} fields={{ action: "signer" }}>
            <Button icon="signature">Signer le procès-verbal</Button>
          </ActionForm>
        )}
      </Section>
    );
  }
  return (
    <Section title={`Procès-verbal ${issued.number}`} level={3}>
      <p>{`Signé par ${issued.signedName}, le ${formatDateTime(issued.issuedAt)}.`}</p>
      <ButtonBar>
        <LinkButton variant="secondary" icon="download" href={urls.callMinutesFile.href({ call: call.id })}>
          Télécharger
        </LinkButton>
      </ButtonBar>
      {session.corrections.map(({ words, at, by }) => (
        <Notice key={at} tone="warning" title={`Rectificatif du ${formatDateTime(at)}`}>
          <p class="es-lines">{words}</p>
          <p class="es-hint">{by ?? "Un agent"}</p>
        </Notice>
      ))}
      {props.mayPlan && (
        <Disclosure summary="Écrire un rectificatif" open={props.refused?.errors.has("words") === true}>
          <Form action={urls.callMinutes.href({ call: call.id })}>
            <LongTextField
              name="words"
              label="Ce qui est rectifié"
              hint="Le procès-verbal signé ne change pas : le rectificatif paraît à côté, daté, à votre nom."
              value={typeof props.refused?.raw.words === "string" ? props.refused.raw.words : undefined}
              error={props.refused?.errors.get("words")}
            />
            <Button variant="secondary">Ajouter</Button>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

function PlanForm(props: SessionPageProps): JSX.Element {
  const { call, committees, refused } = props;
  if (committees.length === 0) {
    return (
      <Notice tone="info" title="Il faut d’abord un comité de sélection">
        <p>
          <a href={urls.committees.href()}>Créez-le parmi les instances</a>, et donnez ses sièges.
        </p>
      </Notice>
    );
  }
  return (
    <Disclosure summary="Prévoir une réunion" open={refused !== null || props.session === null}>
      <Form action={urls.callSession.href({ call: call.id })}>
        <SelectField
          name="committee"
          label="Comité"
          options={committees.map(({ slug, name }) => ({ value: slug, label: name }))}
          error={refused?.errors.get("committee")}
        />
        <PlainFields of={meetingForm} raw={refused?.raw ?? {}} errors={refused?.errors} />
        <TextField
          name="link"
          label="Lien de visioconférence"
          required={false}
          value={typeof refused?.raw.link === "string" ? refused.raw.link : undefined}
          error={refused?.errors.get("link")}
        />
        <Button variant="secondary">Prévoir la réunion</Button>
      </Form>
    </Disclosure>
  );
}
