import type { JSX } from "preact";
import {
  ActionForm,
  Button,
  ButtonBar,
  Disclosure,
  ErrorSummary,
  Form,
  formatDateTime,
  Notice,
  PageHeader,
  PlainFields,
  Prose,
  plural,
  Section,
  StateTag,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { canStep, isReached, MEETING_STEPS, type Meeting, type MeetingStep, meetingLooks } from "../committee.ts";
import { decisionForm, followUpForm, itemForm, minutesForm } from "../forms.ts";
import { sayHeld } from "../held.ts";
import { AgendaList } from "./agenda-list.tsx";
import { AttendancePart } from "./attendance-part.tsx";
import { errorsOf, type MeetingPageProps, placeOf, type RefusedForm, rawOf } from "./meeting-form.ts";
import { PapersPart } from "./papers-part.tsx";

const forms = { item: itemForm, decision: decisionForm, "follow-up": followUpForm, minutes: minutesForm };

export function MeetingPage(props: MeetingPageProps): JSX.Element {
  const { committee, meeting, mayRun, inside, refused } = props;
  return (
    <>
      <ErrorSummary errors={refused === null ? [] : errorsIn(refused)} />
      <PageHeader
        eyebrow={`${committee.name} · réunion n° ${meeting.number}`}
        title={meeting.title}
        lead={`${sayHeld(meeting)}, ${meeting.place}`}
        meta={<StateTag {...meetingLooks[meeting.state]} />}
      />
      {mayRun && <Next {...props} />}
      <QuorumNotice meeting={meeting} />
      <Section title="Ordre du jour">
        <AgendaList {...props} />
        {mayRun && meeting.state !== "closed" && meeting.state !== "cancelled" && (
          <Disclosure summary="Ajouter un point" open={refused?.form === "item" || props.agenda.length === 0}>
            <Form action={urls.meetingAgenda.href(placeOf(props))}>
              <PlainFields of={itemForm} raw={rawOf(props, "item")} errors={errorsOf(props, "item")} />
              <ButtonBar>
                <Button variant="secondary">Ajouter</Button>
              </ButtonBar>
            </Form>
          </Disclosure>
        )}
      </Section>
      <PapersPart {...props} />
      {inside && meeting.state !== "planned" && <AttendancePart {...props} />}
      <MinutesPart {...props} />
    </>
  );
}

function errorsIn({ form, errors }: RefusedForm) {
  if (form !== "paper" && form !== "interest") return summaryOf(forms[form], errors);
  return [...errors].map(([name, message]) => ({ name, message }));
}

const stepLabels: Readonly<Record<MeetingStep, string>> = {
  call: "Envoyer la convocation",
  open: "Ouvrir la séance",
  close: "Clore la séance",
  cancel: "Annuler la réunion",
  approve: "Approuver le compte rendu",
  publish: "Publier le compte rendu",
  unpublish: "Ne plus publier",
};

function Next(props: MeetingPageProps): JSX.Element | null {
  const steps = MEETING_STEPS.filter((step) => canStep(props.meeting, step));
  if (steps.length === 0) return null;
  return (
    <ButtonBar>
      {steps.map((step, index) => (
        <ActionForm key={step} action={urls.meetingStep.href({ ...placeOf(props), step })}>
          <Button variant={index === 0 && step !== "cancel" && step !== "unpublish" ? "primary" : "tertiary"}>
            {stepLabels[step]}
          </Button>
        </ActionForm>
      ))}
    </ButtonBar>
  );
}

function QuorumNotice(props: { readonly meeting: Meeting }): JSX.Element | null {
  const { quorum } = props.meeting;
  if (quorum === null) return null;
  const reached = isReached(quorum);
  return (
    <Notice
      tone={reached ? "success" : "warning"}
      title={reached ? "Le quorum est atteint" : "Le quorum n’est pas atteint"}
    >
      <p>{`${plural(quorum.held, "siège tenu", "sièges tenus")} sur ${quorum.seats} ; il en faut ${quorum.needed}.`}</p>
    </Notice>
  );
}

function MinutesPart(props: MeetingPageProps): JSX.Element | null {
  const { meeting, mayRun, inside } = props;
  const mayRead = meeting.minutes !== "" && (inside || meeting.minutesPublishedAt !== null);
  const mayWrite =
    mayRun && meeting.minutesApprovedAt === null && (meeting.state === "open" || meeting.state === "closed");
  if (props.stepsBack && meeting.state === "closed") {
    return (
      <Section title="Compte rendu">
        <p>Vous avez un intérêt dans un point : vous lirez le compte rendu une fois approuvé.</p>
      </Section>
    );
  }
  if (!mayRead && !mayWrite) return null;
  const approved = meeting.minutesApprovedAt;
  return (
    <Section title="Compte rendu">
      {approved !== null && <p class="es-hint">{`Approuvé le ${formatDateTime(approved)}.`}</p>}
      {mayRead && !mayWrite && (
        <Prose>
          <p class="es-lines">{meeting.minutes}</p>
        </Prose>
      )}
      {mayWrite && (
        <Form action={urls.meetingMinutes.href(placeOf(props))}>
          <PlainFields
            of={minutesForm}
            raw={props.refused?.form === "minutes" ? props.refused.raw : { minutes: meeting.minutes }}
            errors={errorsOf(props, "minutes")}
          />
          <ButtonBar>
            <Button variant="secondary">Enregistrer le compte rendu</Button>
          </ButtonBar>
        </Form>
      )}
    </Section>
  );
}
