import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import { text } from "#src/platform/http/forms.ts";
import {
  Button,
  ButtonBar,
  Card,
  Disclosure,
  Form,
  formatDay,
  HiddenField,
  LinkButton,
  LongTextField,
  PlainFields,
  plural,
  SelectField,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type AgendaItem, type Decision, hasVote, type Seat, voicesOn } from "../committee.ts";
import { decisionForm, followUpForm } from "../forms.ts";
import { errorsOf, type MeetingPageProps, placeOf, rawOf } from "./meeting-form.ts";

/** The points in their order, each with what was decided and what came of it. */
export function AgendaList(props: MeetingPageProps): JSX.Element {
  if (props.agenda.length === 0) return <p>Aucun point pour l’instant.</p>;
  return (
    <>
      {props.agenda.map((item) => (
        <Card
          key={item.id}
          id={`point-${item.position}`}
          level={3}
          title={`${item.position}. ${item.title}`}
          mark={<StateTag {...(isLeft(props, item) ? leftLook : lookOf(item))} quiet />}
        >
          {item.detail !== "" && <p class="es-lines">{item.detail}</p>}
          {item.decision !== null && <DecisionSaid decision={item.decision} />}
          {isLeft(props, item) && (
            <p class="es-hint">Vous y avez un intérêt : ni ses documents ni son vote ne vous sont montrés.</p>
          )}
          {props.inside && <Interests {...props} item={item} />}
          {props.mayRun && <Recording {...props} item={item} />}
        </Card>
      ))}
    </>
  );
}

/** A point that the reader, a member, leaves the room for: what is read of it comes with the approved minutes. */
function isLeft({ mayRun, ownSeat, meeting }: MeetingPageProps, { interests }: AgendaItem): boolean {
  if (mayRun || meeting.minutesApprovedAt !== null) return false;
  return interests.some(({ memberId }) => memberId === ownSeat?.id);
}

const leftLook = { tone: "neutral", icon: "minus", label: "Sans vous" } as const;

function lookOf({ toDecide, decision }: AgendaItem) {
  if (!toDecide) return { tone: "neutral", icon: "info", label: "Pour information" } as const;
  if (decision === null) return { tone: "info", icon: "scale", label: "À voter" } as const;
  return decision.adopted
    ? ({ tone: "success", icon: "check", label: "Adopté" } as const)
    : ({ tone: "danger", icon: "cross", label: "Non adopté" } as const);
}

function DecisionSaid(props: { readonly decision: Decision }): JSX.Element {
  const { decision } = props;
  const { inFavour, against, abstained, responsible, dueOn, doneOn, followUp } = decision;
  return (
    <>
      <p class="es-lines">
        <strong>{decision.adopted ? "Adopté" : "Non adopté"} :</strong> {decision.text}
      </p>
      <p class="es-hint">
        {`${inFavour} pour, ${against} contre, ${plural(abstained, "abstention")}.`}
        {responsible !== "" && ` Suivi par ${responsible}.`}
        {dueOn !== null && ` Pour le ${formatDay(dueOn)}.`}
        {doneOn !== null && ` Fait le ${formatDay(doneOn)}.`}
      </p>
      {followUp !== "" && <p class="es-lines">{followUp}</p>}
    </>
  );
}

type ItemProps = MeetingPageProps & { readonly item: AgendaItem };

function Interests(props: ItemProps): JSX.Element | null {
  const { item, seats, ownSeat, mayRun, meeting } = props;
  const isOpen = item.toDecide && item.decision === null && (meeting.state === "called" || meeting.state === "open");
  const declared = item.interests.map((one) => seats.find(({ id }) => id === one.memberId)?.name ?? "Un membre");
  const raw = rawOf(props, "interest");
  const isRefused = text(raw, "item") === item.id;
  const choosable: readonly Seat[] = mayRun ? seats.filter(hasVote) : ownSeat === null ? [] : [ownSeat];
  return (
    <>
      {declared.length > 0 && (
        <p class="es-hint">{`Ne prennent pas part au vote, par intérêt déclaré : ${declared.join(", ")}.`}</p>
      )}
      {isOpen && choosable.length > 0 && (
        <Disclosure summary="Déclarer un intérêt sur ce point" open={isRefused}>
          <Form action={urls.meetingInterest.href(placeOf(props))}>
            <HiddenField name="item" value={item.id} />
            {mayRun ? (
              <SelectField
                name="member"
                id={`interet-${item.position}-membre`}
                label="Qui ?"
                options={choosable.map((seat) => ({ value: seat.id, label: `${seat.name}, ${seat.body}` }))}
                value={isRefused ? text(raw, "member") : undefined}
              />
            ) : (
              <HiddenField name="member" value={choosable[0]?.id ?? ""} />
            )}
            <LongTextField
              name="reason"
              id={isRefused ? undefined : `interet-${item.position}-raison`}
              label="Lequel ?"
              rows={2}
              maxLength={500}
              value={isRefused ? text(raw, "reason") : undefined}
              error={isRefused ? errorsOf(props, "interest")?.get("reason") : undefined}
            />
            <ButtonBar>
              <Button variant="secondary" size="sm">
                Déclarer
              </Button>
            </ButtonBar>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

/** One point at a time is written on: its form stands under it, the others keep a link to theirs. */
function Recording(props: ItemProps): JSX.Element | null {
  const { item, meeting } = props;
  const isVote = item.toDecide && meeting.state === "open";
  const isFollowUp = item.decision?.adopted === true && meeting.state === "closed";
  if (!isVote && !isFollowUp) return null;
  if (props.point === item.position) return isVote ? <VoteForm {...props} /> : <FollowUpForm {...props} />;
  const label = isFollowUp ? "Suivre cette décision" : item.decision === null ? "Noter le vote" : "Corriger le vote";
  return (
    <ButtonBar>
      <LinkButton
        variant="secondary"
        size="sm"
        href={`${urls.meeting.href(placeOf(props), { point: item.position })}#point-${item.position}`}
        context={`: ${item.title}`}
      >
        {label}
      </LinkButton>
    </ButtonBar>
  );
}

function VoteForm(props: ItemProps): JSX.Element {
  const { item, refused } = props;
  const voices = voicesOn(props.seats, props.attendance, item.interests);
  return (
    <Form action={urls.meetingDecision.href(placeOf(props), { point: item.position })}>
      <p class="es-hint">{`${plural(voices, "voix peut", "voix peuvent")} s’exprimer sur ce point.`}</p>
      <HiddenField name="item" value={item.id} />
      <PlainFields
        of={decisionForm}
        raw={refused?.form === "decision" ? refused.raw : typedDecision(item.decision)}
        errors={errorsOf(props, "decision")}
      />
      <ButtonBar>
        <Button>Enregistrer le vote</Button>
      </ButtonBar>
    </Form>
  );
}

function typedDecision(decision: Decision | null): Raw {
  if (decision === null) return {};
  const { text, inFavour, against, abstained, responsible, dueOn } = decision;
  return {
    text,
    inFavour: String(inFavour),
    against: String(against),
    abstained: String(abstained),
    responsible,
    dueOn: dueOn ?? "",
  };
}

function FollowUpForm(props: ItemProps): JSX.Element {
  const { item, refused } = props;
  const { followUp = "", doneOn = null } = item.decision ?? {};
  return (
    <Form action={urls.meetingFollowUp.href(placeOf(props), { point: item.position })}>
      <HiddenField name="item" value={item.id} />
      <PlainFields
        of={followUpForm}
        raw={refused?.form === "follow-up" ? refused.raw : { followUp, doneOn: doneOn ?? "" }}
        errors={errorsOf(props, "follow-up")}
      />
      <ButtonBar>
        <Button>Enregistrer</Button>
      </ButtonBar>
    </Form>
  );
}
