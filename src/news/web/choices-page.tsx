import type { JSX } from "preact";
import { NEWS_KINDS, newsKinds, REMINDER_KINDS, reminderKinds, type Way } from "#src/life/index.ts";
import { Button, CheckField, Form, PageHeader, Section, SelectField } from "#src/ui/index.ts";
import type { MailChoices } from "../choices.ts";

const ways: readonly { readonly value: Way; readonly label: string }[] = [
  { value: "now", label: "Tout de suite, par courriel" },
  { value: "morning", label: "Dans le résumé du matin" },
  { value: "none", label: "Sur mon bureau seulement" },
];

/** What a person is told of by mail, each as they set it. */
export function ChoicesPage(props: {
  readonly action: string;
  readonly choices: MailChoices;
  readonly isAgent: boolean;
}): JSX.Element {
  const { choices } = props;
  return (
    <>
      <PageHeader
        title="Mes courriels"
        lead="Choisissez ce qui vous est envoyé. Les décisions, les demandes de compléments et les accusés de réception sont toujours envoyés : la loi ou le dossier les demandent."
      />
      <Form action={props.action}>
        {props.isAgent && (
          <Section title="Mon travail d’agent" intro="Tout se lit aussi sur la page « Aujourd’hui ».">
            {NEWS_KINDS.map((kind) => (
              <SelectField
                key={kind}
                name={kind}
                label={`Me prévenir quand ${newsKinds[kind].when}`}
                options={ways}
                value={choices[kind] ?? newsKinds[kind].usual}
              />
            ))}
          </Section>
        )}
        <Section title="Rappels sur mes demandes">
          {REMINDER_KINDS.map((kind) => (
            <CheckField
              key={kind}
              name={kind}
              value="now"
              label={reminderKinds[kind]}
              checked={choices[kind] !== "none"}
              required={false}
              unmarked
            />
          ))}
        </Section>
        <Button>Enregistrer</Button>
      </Form>
    </>
  );
}

/** One press, and these reminders stop. */
export function StopPage(props: {
  readonly action: string;
  readonly label: string;
  readonly choices: string;
}): JSX.Element {
  return (
    <>
      <PageHeader title="Ne plus recevoir ce rappel" lead={`« ${props.label} »`} />
      <Form action={props.action}>
        <Button>Ne plus le recevoir</Button>
      </Form>
      <p>
        <a href={props.choices}>Choisir tous mes courriels</a>
      </p>
    </>
  );
}
