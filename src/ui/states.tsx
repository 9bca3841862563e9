import type { JSX } from "preact";
import {
  type DayLike,
  daysUntil,
  formatDateTime,
  formatDay,
  formatDeadline,
  type InstantLike,
  machineInstant,
} from "./format.ts";
import { Icon, type IconName } from "./icons.tsx";
import { type Content, classes, type Tone } from "./text.ts";

export interface StateLook {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly label: string;
}

/** A state: always an icon, a word and a colour. */
export function StateTag(props: StateLook & { readonly quiet?: boolean | undefined }): JSX.Element {
  return (
    <span class={classes("es-state", props.quiet === true && "es-state-quiet")} data-color={props.tone}>
      <Icon name={props.icon} />
      {props.label}
    </span>
  );
}

export type VerdictStatus = "met" | "not-met" | "unknown" | "to-assess";

const verdicts: Readonly<Record<VerdictStatus, StateLook>> = {
  met: { tone: "success", icon: "check", label: "Remplie" },
  "not-met": { tone: "danger", icon: "cross", label: "Non remplie" },
  unknown: { tone: "neutral", icon: "question", label: "À compléter" },
  "to-assess": { tone: "honey", icon: "scale", label: "À apprécier" },
};

/** The four answers that a condition can have. */
export function verdictLook(status: VerdictStatus): StateLook {
  return verdicts[status];
}

export function VerdictTag(props: { readonly status: VerdictStatus }): JSX.Element {
  return <StateTag {...verdicts[props.status]} />;
}

export interface Verdict {
  readonly id: string;
  readonly status: VerdictStatus;
  readonly title: Content;
  readonly reason?: Content;
  readonly provision?: Content;
  readonly more?: Content;
}

/**
 * Conditions one under the other: the answer at the left edge, the reason, the provision. `children` instead of
 * `items` where each is written apart.
 */
export function VerdictList(props: { readonly items?: readonly Verdict[]; readonly children?: Content }): JSX.Element {
  return (
    <ul class="es-verdicts">
      {props.items?.map((item) => (
        <VerdictItem key={item.id} {...item} />
      ))}
      {props.children}
    </ul>
  );
}

export function VerdictItem(props: Verdict): JSX.Element {
  const { tone, icon, label } = verdicts[props.status];
  return (
    <li data-color={tone} id={props.id}>
      <span class="es-verdict-icon">
        <Icon name={icon} />
      </span>
      <div>
        <p class="es-verdict-title">
          <strong>{props.title}</strong> <span class="es-verdict-word">{label}</span>
        </p>
        {props.reason !== undefined && <p class="es-verdict-reason">{props.reason}</p>}
        {props.more}
      </div>
      {props.provision !== undefined && <span class="es-verdict-provision">{props.provision}</span>}
    </li>
  );
}

export interface StepSeen {
  readonly label: string;
  readonly href?: string | undefined;
  /** `current` is where one stands, whatever is done of it; `begun` is under way elsewhere. */
  readonly state: "done" | "current" | "begun" | "error" | "unmet" | "todo";
  /** « 4 réponses sur 6 ». */
  readonly note?: string | undefined;
  /** What the rules say of it: « 1 condition non remplie »; told before the note, whatever the state. */
  readonly warning?: string | undefined;
}

const stepWords = {
  done: "terminé",
  current: "vous êtes ici",
  begun: "en cours",
  error: "à corriger",
  unmet: "condition non remplie",
  todo: "à faire",
} as const;

/** Where one stands in a form or in the life of a file. */
export function Steps(props: {
  readonly steps: readonly StepSeen[];
  readonly label: string;
  readonly inline?: boolean | undefined;
}): JSX.Element {
  return (
    <nav class={classes("es-steps", props.inline === true && "es-steps-inline")} aria-label={props.label}>
      <ol>
        {props.steps.map((step, index) => (
          <li key={step.label} data-state={step.state}>
            <StepLink step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLink(props: { readonly step: StepSeen; readonly number: number }): JSX.Element {
  const { step } = props;
  const inside = (
    <>
      <span class="es-step-dot" aria-hidden="true">
        {step.state === "done" ? (
          <Icon name="check" />
        ) : step.state === "error" ? (
          <Icon name="warning" />
        ) : step.state === "unmet" ? (
          <Icon name="unmet" />
        ) : (
          props.number
        )}
      </span>
      <span class="es-step-text">
        {step.label}
        {step.warning !== undefined && <small class="es-step-warning">{step.warning}</small>}
        <small>
          {step.note ?? <span class={step.state === "error" ? undefined : "ds-sr-only"}>{stepWords[step.state]}</span>}
          {step.note !== undefined && <span class="ds-sr-only">{`, ${stepWords[step.state]}`}</span>}
        </small>
      </span>
    </>
  );
  const current = step.state === "current" ? ("step" as const) : undefined;
  if (step.href === undefined) {
    return (
      <span class="es-step" aria-current={current}>
        {inside}
      </span>
    );
  }
  return (
    <a class="es-step" href={step.href} aria-current={current}>
      {inside}
    </a>
  );
}

/** How far: a bar and the same in words. */
export function Progress(props: {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}): JSX.Element {
  const width = props.total === 0 ? 0 : Math.round((100 * props.done) / props.total);
  return (
    <div class="es-progress">
      <p>{props.label}</p>
      <svg class="es-progress-bar" width="100%" height="8" aria-hidden="true" focusable="false">
        <rect class="es-progress-track" width="100%" height="8" rx="4" />
        <rect class="es-progress-done" width={`${width}%`} height="8" rx="4" />
      </svg>
    </div>
  );
}

/** « 3 mars 2026, dans 3 jours »: colour and words. `soon` is how many days before it turns to honey. */
export function Deadline(props: {
  readonly day: DayLike;
  readonly today: DayLike;
  readonly soon?: number | undefined;
  /** The clock is stopped: no lateness is told. */
  readonly paused?: boolean | undefined;
}): JSX.Element {
  const days = daysUntil(props.day, props.today);
  const tone: Tone =
    props.paused === true ? "neutral" : days < 0 ? "danger" : days <= (props.soon ?? 7) ? "warning" : "neutral";
  const icon: IconName = props.paused === true ? "pause" : days < 0 ? "warning" : "clock";
  return (
    <span class="es-deadline" data-color={tone}>
      <Icon name={icon} />
      <span>
        <strong>{props.paused === true ? "délai suspendu" : formatDeadline(days)}</strong>
        <small>
          <time dateTime={String(props.day)}>{formatDay(props.day)}</time>
        </small>
      </span>
    </span>
  );
}

export interface TimelineEvent {
  readonly id?: string | undefined;
  readonly at: InstantLike;
  readonly title: Content;
  readonly who?: Content;
  readonly icon?: IconName | undefined;
  readonly tone?: Tone | undefined;
  readonly children?: Content;
}

/** What happened, most recent where the caller puts it. */
export function Timeline(props: {
  readonly events: readonly TimelineEvent[];
  readonly label?: string | undefined;
}): JSX.Element {
  return (
    <ol class="es-timeline" aria-label={props.label ?? "Historique"}>
      {props.events.map((event, index) => (
        <li key={event.id ?? index} data-color={event.tone ?? "neutral"}>
          <span class="es-timeline-dot">
            <Icon name={event.icon ?? "check"} />
          </span>
          <div>
            <p class="es-timeline-title">{event.title}</p>
            <p class="es-timeline-when">
              <time dateTime={machineInstant(event.at)}>{formatDateTime(event.at)}</time>
              {event.who !== undefined && <> · {event.who}</>}
            </p>
            {event.children}
          </div>
        </li>
      ))}
    </ol>
  );
}
