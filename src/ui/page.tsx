import type { JSX } from "preact";
import { Icon } from "./icons.tsx";
import { Mark } from "./mark.tsx";
import { type Content, classes } from "./text.ts";

export interface Breadcrumb {
  readonly label: string;
  /** Absent for the page one is on. */
  readonly href?: string | undefined;
}

export function Breadcrumbs(props: { readonly items: readonly Breadcrumb[] }): JSX.Element {
  return (
    <nav class="es-breadcrumbs" aria-label="Fil d’Ariane">
      <ol>
        {props.items.map((item) => (
          <li key={item.label}>
            {item.href === undefined ? (
              <span aria-current="page">{item.label}</span>
            ) : (
              <a href={item.href}>{item.label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface PageHeaderProps {
  /** The page's only `h1`. */
  readonly title: Content;
  /** A few words above: the scheme's name, the file's number. */
  readonly eyebrow?: Content;
  /** One or two sentences that say what the page is for. */
  readonly lead?: Content;
  /** State tags, dates. */
  readonly meta?: Content;
  /** Buttons; one primary at most. */
  readonly actions?: Content;
  /** `hero` gives a welcoming band to the entry pages. */
  readonly variant?: "plain" | "hero" | undefined;
}

export function PageHeader(props: PageHeaderProps): JSX.Element {
  return (
    <div class={classes("es-page-header", props.variant === "hero" && "es-hero")}>
      <div class="es-page-header-main">
        {props.eyebrow !== undefined && <p class="es-eyebrow">{props.eyebrow}</p>}
        <h1>{props.title}</h1>
        {props.lead !== undefined && <p class="es-lead">{props.lead}</p>}
        {props.meta !== undefined && <div class="es-page-meta">{props.meta}</div>}
      </div>
      {props.actions !== undefined && <div class="es-page-actions">{props.actions}</div>}
      {props.variant === "hero" && <Mark />}
    </div>
  );
}

/** A titled part of a page; `id` makes it a target of the table of contents. */
export function Section(props: {
  readonly id?: string | undefined;
  readonly title: Content;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly intro?: Content;
  readonly aside?: Content;
  readonly children?: Content;
}): JSX.Element {
  const Title = `h${props.level ?? 2}` as const;
  return (
    <section class="es-section" id={props.id} tabIndex={props.id === undefined ? undefined : -1}>
      <div class="es-section-head">
        <Title>{props.title}</Title>
        {props.aside !== undefined && <div class="es-section-aside">{props.aside}</div>}
      </div>
      {props.intro !== undefined && <p class="es-section-intro">{props.intro}</p>}
      {props.children}
    </section>
  );
}

/** A main column and a narrow one that stays in view; on a small screen the narrow one comes first or last. */
export function Columns(props: {
  readonly side: Content;
  readonly children: Content;
  readonly sideAt?: "start" | "end" | undefined;
}): JSX.Element {
  const atStart = props.sideAt !== "end";
  const side = <div class="es-side">{props.side}</div>;
  return (
    <div class={classes("es-columns", atStart ? "es-columns-start" : "es-columns-end")}>
      {atStart && side}
      <div class="es-main">{props.children}</div>
      {!atStart && side}
    </div>
  );
}

/** Cards side by side, as many as fit. */
export function Grid(props: { readonly children: Content; readonly min?: "small" | "large" | undefined }): JSX.Element {
  return <div class={classes("es-grid", props.min === "small" && "es-grid-small")}>{props.children}</div>;
}

/** Running text: 60 to 75 characters a line, with the look of paragraphs, lists and links. */
export function Prose(props: { readonly children: Content }): JSX.Element {
  return <div class="es-prose">{props.children}</div>;
}

export interface TocItem {
  readonly href: string;
  readonly label: string;
  /** A state tag or a number on the right. */
  readonly mark?: Content;
  readonly current?: boolean | undefined;
}

export function TableOfContents(props: {
  readonly items: readonly TocItem[];
  readonly label?: string | undefined;
}): JSX.Element {
  const label = props.label ?? "Sur cette page";
  return (
    <nav class="es-toc" aria-label={label}>
      <p class="es-toc-title" aria-hidden="true">
        {label}
      </p>
      <ol>
        {props.items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current === true ? "step" : undefined}>
              <span>{item.label}</span>
              {item.mark}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface TabItem {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
}

/** Views of one list as ordinary links. */
export function Tabs(props: { readonly items: readonly TabItem[]; readonly label: string }): JSX.Element {
  return (
    <nav class="es-tabs" aria-label={props.label}>
      <ul>
        {props.items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current === true ? "page" : undefined}>
              {item.label}
              {item.count !== undefined && (
                <>
                  {" "}
                  <span class="es-count">{item.count}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Keyset pages: there is a next and a previous, never a number. */
export function Pager(props: {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** « Dossiers 1 à 50 sur 312 ». */
  readonly summary?: string | undefined;
}): JSX.Element | null {
  if (props.previous === undefined && props.next === undefined && props.summary === undefined) return null;
  return (
    <nav class="es-pager" aria-label="Pages">
      {props.previous !== undefined && (
        <a class="ds-button" data-variant="secondary" data-size="sm" rel="prev" href={props.previous}>
          <Icon name="arrow-left" />
          Page précédente
        </a>
      )}
      {props.summary !== undefined && <p>{props.summary}</p>}
      {props.next !== undefined && (
        <a class="ds-button" data-variant="secondary" data-size="sm" rel="next" href={props.next}>
          Page suivante
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
