import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import { Button, ButtonBar, ErrorSummary, Form, LongTextField, Section, SelectField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { agreed } from "./acts.ts";
import { groundWords, type ModerationDecision, moderatedWords, type Subject } from "./moderation.ts";

export interface DecideProps {
  readonly subject: Subject;
  readonly raw?: Raw | undefined;
  readonly errors?: ReadonlyMap<string, string> | undefined;
}

const verbs: Readonly<Record<ModerationDecision, string>> = {
  accepted: "Accepter",
  refused: "Refuser",
  removed: "Retirer",
  restored: "Remettre en ligne",
};

/** What a moderator decides, under what it is about. To refuse or remove needs a ground and its reasons. */
export function DecideForm(props: DecideProps): JSX.Element {
  const { subject, raw = {}, errors } = props;
  const against = subject.possible.some((one) => one === "refused" || one === "removed");
  return (
    <Section id="moderation" title="Modération">
      <Form action={urls.moderationDesk.href({ about: subject.about, id: subject.id })}>
        {against && (
          <SelectField
            name="ground"
            label="Motif, pour refuser ou retirer"
            options={Object.entries(groundWords).map(([value, label]) => ({ value, label }))}
            value={String(raw.ground ?? "")}
            error={errors?.get("ground")}
            required={false}
            unmarked
          />
        )}
        <LongTextField
          name="reasons"
          label={against ? "Vos raisons, ou un mot d’accueil" : "Vos raisons"}
          hint="L’organisme les lira telles quelles."
          rows={3}
          maxLength={1_000}
          value={String(raw.reasons ?? "")}
          error={errors?.get("reasons")}
          required={false}
          unmarked
        />
        <ButtonBar>
          {subject.possible.map((decision) => (
            <Button
              key={decision}
              name="decision"
              value={decision}
              variant={decision === "accepted" || decision === "restored" ? "primary" : "danger"}
            >
              {verbs[decision]}
            </Button>
          ))}
        </ButtonBar>
      </Form>
    </Section>
  );
}

/** The same form alone, where what was sent is to be corrected. */
export function DecideAgainPage(props: DecideProps): JSX.Element {
  const { subject, errors } = props;
  const [decision] = subject.possible;
  return (
    <>
      <ErrorSummary errors={[...(errors ?? [])].map(([name, message]) => ({ name, message }))} />
      <h1>{`${subject.title} : ${moderatedWords[subject.about]} à modérer`}</h1>
      <p>
        <a href={subject.href}>Relire</a>
        {decision !== undefined && `, puis dire pourquoi elle serait ${agreed(subject.about, "refused")}.`}
      </p>
      <DecideForm {...props} />
    </>
  );
}
