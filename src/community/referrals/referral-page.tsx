import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  Card,
  Confirm,
  dayInParis,
  ErrorSummary,
  Form,
  formatDay,
  PageHeader,
  PlainFields,
  Prose,
  Section,
  StateTag,
  summaryOf,
  Timeline,
  type TimelineEvent,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { answerForm, closingForm } from "./forms.ts";
import { PassedSummary } from "./passed.tsx";
import { canMove, helpedWords, type Referral, referralLooks } from "./referral.ts";

export interface ReferralPageProps {
  readonly referral: Referral;
  /** On which side the visitor reads it. */
  readonly side: "organisation" | "service";
  readonly may: Readonly<Record<"withdraw" | "close" | "take-up" | "answer", boolean>>;
  readonly today: string;
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}

export function ReferralPage(props: ReferralPageProps): JSX.Element {
  const { referral, errors } = props;
  const form = props.side === "service" ? answerForm : closingForm;
  return (
    <>
      <ErrorSummary errors={summaryOf(form, errors)} />
      <PageHeader
        eyebrow={`Orientation ${referral.number} · ${referral.organisationName}`}
        title={titleOf(props)}
        meta={<StateTag {...referralLooks[referral.state]} />}
      />
      <Next {...props} />
      {referral.answer !== null && (
        <Section title="La réponse">
          <Prose>
            <p class="es-lines">{referral.answer}</p>
          </Prose>
        </Section>
      )}
      {referral.helped !== null && (
        <Section title="Le bilan de l’organisme">
          <Prose>
            <p class="es-lines">
              <strong>{helpedWords[referral.helped]}.</strong> {referral.outcome}
            </p>
          </Prose>
        </Section>
      )}
      <Section title="Ce qui a été transmis">
        <PassedSummary need={referral.need} passed={referral.passed} on={props.today} />
        {props.may.withdraw && canMove(referral.state, "withdraw") && <Withdraw referral={referral} />}
      </Section>
      <Section title="Étapes">
        <Timeline events={eventsOf(referral)} label="Étapes de l’orientation" />
      </Section>
    </>
  );
}

function titleOf({ referral, side }: ReferralPageProps): string {
  const mine = side === "organisation";
  switch (referral.state) {
    case "received":
      return mine ? "Votre demande est reçue" : "À prendre en charge";
    case "taken-up":
      return mine ? `${referral.takenBy ?? "Le service"} suit votre demande` : "À répondre";
    case "answered":
      return mine ? "Le service vous a répondu" : "Réponse donnée : l’organisme fait le bilan";
    case "closed":
      return "Orientation clôturée";
    case "withdrawn":
      return "Accord retiré";
  }
}

function Next(props: ReferralPageProps): JSX.Element | null {
  const { referral, may, raw, errors } = props;
  const { id, state } = referral;
  if (may["take-up"] && canMove(state, "take-up")) {
    return (
      <ButtonBar>
        <ActionForm action={urls.referralTaking.href({ id })}>
          <Button icon="user">Je prends en charge</Button>
        </ActionForm>
      </ButtonBar>
    );
  }
  if (may.answer && canMove(state, "answer")) {
    return (
      <Form action={urls.referralAnswer.href({ id })}>
        <PlainFields of={answerForm} raw={raw} errors={errors} />
        <ButtonBar>
          <Button icon="send">Envoyer la réponse</Button>
        </ButtonBar>
      </Form>
    );
  }
  if (may.close && canMove(state, "close")) {
    return (
      <Card variant="tinted" level={2} title="Le bilan, en deux questions">
        <Form action={urls.referralClosing.href({ id })}>
          <PlainFields of={closingForm} raw={raw} errors={errors} />
          <ButtonBar>
            <Button>Clôturer</Button>
          </ButtonBar>
        </Form>
      </Card>
    );
  }
  return null;
}

function Withdraw(props: { readonly referral: Referral }): JSX.Element {
  return (
    <Confirm
      id="retrait"
      action={urls.referralWithdrawal.href({ id: props.referral.id })}
      label="Retirer mon accord"
      title="Retirer votre accord ?"
      confirmLabel="Retirer et tout effacer"
      danger
    >
      <p>
        Le besoin, la personne à joindre et ce que vous avez joint sont effacés, et la DEEDD ne voit plus la demande.
      </p>
    </Confirm>
  );
}

function eventsOf(referral: Referral): readonly TimelineEvent[] {
  const events: TimelineEvent[] = [{ at: referral.consentedAt, title: "Accord donné, demande envoyée", icon: "send" }];
  if (referral.takenAt !== null)
    events.push({ at: referral.takenAt, title: "Prise en charge", icon: "user", who: referral.takenBy ?? undefined });
  if (referral.answeredAt !== null) events.push({ at: referral.answeredAt, title: "Réponse donnée", icon: "message" });
  if (referral.closedAt !== null)
    events.push({ at: referral.closedAt, title: "Bilan fait, orientation clôturée", icon: "check" });
  if (referral.withdrawnAt !== null) {
    events.push({
      at: referral.withdrawnAt,
      title: `Accord retiré le ${formatDay(dayInParis(referral.withdrawnAt))}`,
      icon: "cross",
    });
  }
  return events;
}
