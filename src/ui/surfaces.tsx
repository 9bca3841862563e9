import type { JSX } from "preact";
import { ProvisionId } from "./fields/wiring.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { type Content, classes } from "./text.ts";

export interface CardProps {
  readonly title?: Content;
  /** Makes the title a link and the whole card its target. */
  readonly href?: string | undefined;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly eyebrow?: Content;
  /** At the end of the title's line: a state. */
  readonly mark?: Content;
  readonly footer?: Content;
  readonly variant?: "plain" | "tinted" | "honey" | "accent" | undefined;
  readonly id?: string | undefined;
  readonly children?: Content;
}

export function Card(props: CardProps): JSX.Element {
  const Title = `h${props.level ?? 3}` as const;
  return (
    <div
      class={classes("es-card", `es-card-${props.variant ?? "plain"}`, props.href !== undefined && "es-card-link")}
      id={props.id}
    >
      {(props.eyebrow !== undefined || props.mark !== undefined) && (
        <div class="es-card-top">
          <span class="es-eyebrow">{props.eyebrow}</span>
          {props.mark}
        </div>
      )}
      {props.title !== undefined && (
        <Title class="es-card-title">
          {props.href === undefined ? props.title : <a href={props.href}>{props.title}</a>}
        </Title>
      )}
      {props.children}
      {props.footer !== undefined && <div class="es-card-footer">{props.footer}</div>}
    </div>
  );
}

/** The answer, said first and large: « Oui, vous pouvez demander jusqu’à 9 100 € ». */
export function Answer(props: {
  readonly tone: "success" | "danger" | "warning" | "info";
  readonly icon: IconName;
  /** The sentence; it is a heading. */
  readonly title: Content;
  readonly level?: 1 | 2 | undefined;
  readonly children?: Content;
}): JSX.Element {
  const Title = `h${props.level ?? 2}` as const;
  return (
    <div class={classes("es-answer", `es-answer-${props.tone}`)} data-color={props.tone}>
      <span class="es-answer-icon">
        <Icon name={props.icon} />
      </span>
      <div>
        <Title class="es-answer-title">{props.title}</Title>
        {props.children !== undefined && <div class="es-answer-text">{props.children}</div>}
      </div>
    </div>
  );
}

/** Says what will be there and how to begin. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: Content;
  readonly action?: Content;
  readonly level?: 2 | 3 | undefined;
}): JSX.Element {
  const Title = `h${props.level ?? 2}` as const;
  return (
    <div class="es-empty">
      <svg class="es-empty-mark" viewBox="0 0 64 40" width="96" height="60" aria-hidden="true" focusable="false">
        <g class="es-mark-sea">
          <circle cx="8" cy="12" r="2" />
          <circle cx="18" cy="26" r="2.5" />
          <circle cx="24" cy="9" r="3" />
          <circle cx="52" cy="10" r="2" />
          <circle cx="56" cy="29" r="2.5" />
          <circle cx="40" cy="32" r="3" />
        </g>
        <circle class="es-empty-heart" cx="35" cy="19" r="6" />
      </svg>
      <Title>{props.title}</Title>
      {props.children !== undefined && <div class="es-empty-text">{props.children}</div>}
      {props.action !== undefined && <div class="es-empty-action">{props.action}</div>}
    </div>
  );
}

export function Disclosure(props: {
  readonly summary: Content;
  readonly open?: boolean | undefined;
  readonly id?: string | undefined;
  readonly children: Content;
}): JSX.Element {
  return (
    <details class="es-disclosure" open={props.open === true} id={props.id}>
      <summary>
        <Icon name="chevron-down" />
        <span>{props.summary}</span>
      </summary>
      <div class="es-disclosure-body">{props.children}</div>
    </details>
  );
}

/** The framework's own words, folded, with the provision they come from. */
export function Quote(props: {
  readonly provision: string;
  readonly summary?: Content;
  readonly source?: Content;
  readonly open?: boolean | undefined;
  readonly href?: string | undefined;
  readonly children: Content;
}): JSX.Element {
  return (
    <details class="es-quote" open={props.open === true}>
      <summary>
        <Icon name="chevron-down" />
        <span>{props.summary ?? "Ce que dit le texte voté"}</span>
      </summary>
      <figure>
        <blockquote>{props.children}</blockquote>
        <figcaption>
          {props.href === undefined ? props.source : <a href={props.href}>{props.source ?? "Lire la disposition"}</a>}{" "}
          <ProvisionId id={props.provision} />
        </figcaption>
      </figure>
    </details>
  );
}
