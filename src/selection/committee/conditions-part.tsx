import type { JSX } from "preact";
import {
  ActionForm,
  Button,
  Disclosure,
  Form,
  formatDateTime,
  HiddenField,
  LongTextField,
  Section,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { VoteCondition } from "../candidate.ts";
import type { CandidatePageProps } from "../ranking/file-props.ts";

/** What the committee asks before the vote: sent, answered, lifted. */
export function ConditionsPart(props: CandidatePageProps): JSX.Element | null {
  const { candidate } = props.file;
  const mayAdd = props.mayRun && ["ranked", "selected", "in-reserve"].includes(candidate.state);
  if (candidate.conditions.length === 0 && !mayAdd) return null;
  const place = { call: props.call.id, id: candidate.id };
  return (
    <Section title="Conditions avant le vote">
      {candidate.conditions.map((condition) => (
        <div class="es-card es-card-plain" key={condition.id}>
          <div class="es-card-top">
            <span class="es-eyebrow">{`Envoyée le ${formatDateTime(condition.setAt)}`}</span>
            <StateTag {...conditionLook(condition)} />
          </div>
          <p class="es-lines">{condition.words}</p>
          {condition.answer !== "" && <p class="es-lines">{`Réponse : ${condition.answer}`}</p>}
          {props.mayRun && condition.liftedAt === null && (
            <ActionForm
              action={urls.candidateCondition.href({ ...place, condition: condition.id })}
              fields={{ cle: props.newKey() }}
            >
              <Button variant="secondary" size="sm">
                Lever cette condition
              </Button>
            </ActionForm>
          )}
        </div>
      ))}
      {mayAdd && (
        <Disclosure summary="Poser une condition" open={props.errors.has("words")}>
          <Form action={urls.candidateConditions.href(place)}>
            <HiddenField name="cle" value={props.newKey()} />
            <LongTextField
              name="words"
              label="Ce que le comité demande"
              hint="Le demandeur la reçoit aussitôt. Le vote attend qu’elle soit levée."
              value={props.typed("words")}
              error={props.errors.get("words")}
            />
            <Button variant="secondary">Envoyer au demandeur</Button>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

export function conditionLook({ liftedAt, answeredAt }: VoteCondition) {
  if (liftedAt !== null) return { tone: "success", icon: "check", label: "Levée" } as const;
  return answeredAt === null
    ? ({ tone: "warning", icon: "clock", label: "Réponse attendue" } as const)
    : ({ tone: "honey", icon: "eye", label: "Répondue, à lever" } as const);
}
