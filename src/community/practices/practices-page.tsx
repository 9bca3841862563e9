import type { JSX } from "preact";
import {
  Card,
  dayInParis,
  EmptyState,
  formatDay,
  Grid,
  LinkButton,
  PageHeader,
  Section,
  StateTag,
} from "#src/ui/index.ts";
import { queryString, urls } from "#src/urls.ts";
import { CommunityTabs } from "../web/tabs.tsx";
import { type Practice, practiceLooks, themeWords } from "./practice.ts";

export function PracticesPage(props: {
  readonly practices: readonly Practice[];
  readonly own: readonly Practice[];
  readonly theme: string | null;
}): JSX.Element {
  const { practices, own, theme } = props;
  const unpublished = own.filter((one) => one.state !== "published");
  return (
    <>
      <PageHeader
        title="Pratiques partagées"
        lead="Ce que d’autres ont essayé, raconté simplement : ce qui a marché, ce qui a coincé, le temps que cela prend."
        actions={
          <LinkButton href={urls.newPractice.href()} icon="pen">
            Raconter une pratique
          </LinkButton>
        }
      />
      <CommunityTabs at="practices" />
      {unpublished.length > 0 && (
        <Section title="Les vôtres, pas encore en ligne">
          <ul class="es-entries">
            {unpublished.map((one) => (
              <li key={one.id}>
                <h3>
                  <a href={urls.practice.href({ slug: one.slug })}>{one.title}</a>
                </h3>
                <p class="es-entries-meta">
                  <StateTag {...practiceLooks[one.state]} />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={theme === null ? "Toutes les pratiques" : (themeWords[theme as keyof typeof themeWords] ?? "")}>
        <nav aria-label="Thèmes">
          <ul class="es-entries-meta">
            <li>
              <a href={urls.practices.href()} aria-current={theme === null ? "true" : undefined}>
                Tous les thèmes
              </a>
            </li>
            {Object.entries(themeWords).map(([id, label]) => (
              <li key={id}>
                <a
                  href={urls.practices.href() + queryString({ theme: id })}
                  aria-current={theme === id ? "true" : undefined}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {practices.length === 0 ? (
          <EmptyState title="Aucune pratique sur ce thème" level={3}>
            <p>La première peut être la vôtre.</p>
          </EmptyState>
        ) : (
          <Grid>
            {practices.map((one) => (
              <Card
                key={one.id}
                level={3}
                title={one.title}
                href={urls.practice.href({ slug: one.slug })}
                eyebrow={themesInWords(one.themes)}
                footer={`${one.organisationName} · ${one.publishedAt === null ? "" : formatDay(dayInParis(one.publishedAt))}`}
              >
                <p>{one.summary}</p>
              </Card>
            ))}
          </Grid>
        )}
      </Section>
    </>
  );
}

export function themesInWords(themes: readonly string[]): string {
  return themes.flatMap((theme) => themeWords[theme as keyof typeof themeWords] ?? []).join(", ");
}
