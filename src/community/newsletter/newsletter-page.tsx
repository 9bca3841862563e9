import type { JSX } from "preact";
import {
  Button,
  ButtonBar,
  dayInParis,
  EmailField,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  PageHeader,
  Prose,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { CommunityTabs } from "../web/tabs.tsx";
import { itemKindWords, type NewsletterIssue, type NewsletterItem } from "./issue.ts";

export function NewsletterPage(props: {
  readonly issues: readonly NewsletterIssue[];
  readonly email: string;
  readonly error: string | null;
}): JSX.Element {
  const { issues, error } = props;
  return (
    <>
      <ErrorSummary errors={error === null ? [] : [{ name: "email", message: error }]} />
      <PageHeader
        title="La lettre de la communauté"
        lead="Les pratiques, les annonces et les nouveaux venus, de temps en temps. Un clic pour la quitter."
      />
      <CommunityTabs at="newsletter" />
      <Section title="La recevoir">
        <Form action={urls.newsletter.href()}>
          <EmailField
            name="email"
            label="Votre adresse électronique"
            value={props.email}
            error={error ?? undefined}
            autocomplete="email"
          />
          <p class="es-hint">Elle ne sert qu’à cela, et nous l’oublions dès que vous quittez la lettre.</p>
          <ButtonBar>
            <Button icon="send">Recevoir la lettre</Button>
          </ButtonBar>
        </Form>
      </Section>
      <Section title="Les lettres parues">
        {issues.length === 0 ? (
          <EmptyState title="La première n’est pas encore parue" level={3} />
        ) : (
          <ul class="es-entries">
            {issues.map((issue) => (
              <li key={issue.id}>
                <h3>
                  <a href={urls.newsletterIssue.href({ number: String(issue.number) })}>{issue.title}</a>
                </h3>
                <p class="es-entries-meta">{sentOn(issue)}</p>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function sentOn(issue: NewsletterIssue): string {
  return issue.sentAt === null ? "" : `N° ${issue.number}, ${formatDay(dayInParis(issue.sentAt))}`;
}

export function IssuePage(props: { readonly issue: NewsletterIssue }): JSX.Element {
  const { issue } = props;
  return (
    <>
      <PageHeader
        eyebrow={`La lettre de la communauté · ${sentOn(issue)}`}
        title={issue.title}
        lead={issue.introduction}
      />
      <IssueItems items={issue.items} />
    </>
  );
}

export function IssueItems(props: { readonly items: readonly NewsletterItem[] }): JSX.Element {
  const kinds = [...new Set(props.items.map((item) => item.kind))];
  return (
    <>
      {kinds.map((kind) => (
        <Section key={kind} title={itemKindWords[kind]}>
          <Prose>
            <ul>
              {props.items
                .filter((item) => item.kind === kind)
                .map((item) => (
                  <li key={item.href}>
                    <a href={item.href}>{item.title}</a>, {item.about}
                  </li>
                ))}
            </ul>
          </Prose>
        </Section>
      ))}
    </>
  );
}

/** One question, one button: what a link of a mail asks, whoever opens it first. */
export function TokenPage(props: {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly label: string;
}): JSX.Element {
  return (
    <>
      <PageHeader title={props.title} lead={props.lead} />
      <Form action={props.action}>
        <ButtonBar>
          <Button>{props.label}</Button>
        </ButtonBar>
      </Form>
    </>
  );
}
