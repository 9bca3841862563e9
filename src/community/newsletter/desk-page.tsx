import type { JSX } from "preact";
import { type Raw, text } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  ChoicesField,
  Confirm,
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  PlainFields,
  plainForm,
  plural,
  Section,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { itemKindWords, type NewsletterIssue, type NewsletterItem } from "./issue.ts";
import { IssueItems } from "./newsletter-page.tsx";

export const issueForm = plainForm(
  { title: text("text", "objet", 120), introduction: text("long-text", "introduction", 2_000) },
  { title: { label: "Objet du courriel" }, introduction: { label: "Quelques mots pour commencer" } },
);

export interface NewsletterDeskProps {
  readonly draft: NewsletterIssue | null;
  /** Published since the last one. */
  readonly available: readonly NewsletterItem[];
  readonly subscribers: number;
  readonly mayCompose: boolean;
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}

/** The next letter, made of what was published: what one keeps of it, two sentences, and it goes. */
export function NewsletterDeskPage(props: NewsletterDeskProps): JSX.Element {
  const { draft, available, subscribers, raw, errors } = props;
  const chosen = raw.items === undefined ? (draft?.items ?? available).map((item) => item.href) : [raw.items].flat();
  return (
    <>
      <ErrorSummary errors={summaryOf(issueForm, errors)} />
      <PageHeader
        title="La prochaine lettre"
        lead={`${plural(subscribers, "personne la recevra", "personnes la recevront")}. Tout ce qui est paru depuis la précédente y est ; ôtez ce que vous voulez.`}
      />
      {available.length === 0 && draft === null && (
        <EmptyState title="Rien n’est paru depuis la dernière lettre">
          <p>Elle se composera des pratiques, des annonces et des nouveaux venus.</p>
        </EmptyState>
      )}
      {props.mayCompose && (
        <Form action={urls.newsletterDesk.href()}>
          <PlainFields
            of={issueForm}
            raw={
              raw.title === undefined && draft !== null ? { title: draft.title, introduction: draft.introduction } : raw
            }
            errors={errors}
          />
          {available.length > 0 && (
            <ChoicesField
              name="items"
              label="Ce qu’elle raconte"
              options={available.map((item) => ({
                value: item.href,
                label: item.title,
                hint: `${itemKindWords[item.kind]} · ${item.about}`,
              }))}
              values={chosen}
              required={false}
              unmarked
            />
          )}
          <ButtonBar>
            <Button variant={draft === null ? "primary" : "secondary"}>Préparer la lettre</Button>
          </ButtonBar>
        </Form>
      )}
      {draft !== null && (
        <Section title={`Telle qu’elle partira : ${draft.title}`}>
          <p class="es-lines">{draft.introduction}</p>
          <IssueItems items={draft.items} />
          {props.mayCompose && (
            <Confirm
              id="envoi"
              action={urls.newsletterSending.href({ id: draft.id })}
              label="Envoyer la lettre"
              title="Envoyer maintenant ?"
              confirmLabel="Envoyer"
              icon="send"
            >
              <p>{`Elle part à ${plural(subscribers, "personne", "personnes")} et paraît sur le site. Cela ne se rattrape pas.`}</p>
            </Confirm>
          )}
        </Section>
      )}
    </>
  );
}
