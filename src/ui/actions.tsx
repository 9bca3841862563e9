import type { JSX } from "preact";
import { Icon, type IconName } from "./icons.tsx";
import { type Content, classes } from "./text.ts";

export type ButtonVariant = "primary" | "secondary" | "tertiary" | "danger";

export interface ButtonProps {
  readonly children: Content;
  /** One primary a page. */
  readonly variant?: ButtonVariant | undefined;
  readonly size?: "sm" | "md" | "lg" | undefined;
  readonly type?: "submit" | "button" | "reset" | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  /** What it sends for is shown beside: this page stays as it is. */
  readonly newTab?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly iconAt?: "start" | "end" | undefined;
  readonly disabled?: boolean | undefined;
  /** Completes a label that alone says too little: « Retirer » + « la phase 2 ». */
  readonly context?: string | undefined;
  readonly id?: string | undefined;
}

export function Button(props: ButtonProps): JSX.Element {
  return (
    <button
      class="ds-button"
      id={props.id}
      type={props.type ?? "submit"}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      formtarget={props.newTab === true ? "_blank" : undefined}
      disabled={props.disabled === true}
      {...look(props)}
    >
      <Inside {...props} />
    </button>
  );
}

export interface LinkButtonProps {
  readonly href: string;
  readonly children: Content;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: "sm" | "md" | "lg" | undefined;
  readonly icon?: IconName | undefined;
  readonly iconAt?: "start" | "end" | undefined;
  readonly context?: string | undefined;
  readonly download?: boolean | undefined;
  /** Leaves this page as it is; the label says it. */
  readonly newTab?: boolean | undefined;
}

export function LinkButton(props: LinkButtonProps): JSX.Element {
  const beside = props.newTab === true ? { target: "_blank", rel: "noopener" } : {};
  return (
    <a
      class="ds-button"
      href={props.href}
      download={props.download === true ? "" : undefined}
      {...beside}
      {...look(props)}
    >
      <Inside {...props} />
    </a>
  );
}

/** Buttons in a row, the primary first; it stays at the foot of the window when `sticky`. */
export function ButtonBar(props: { readonly children: Content; readonly sticky?: boolean | undefined }): JSX.Element {
  return <div class={classes("es-button-bar", props.sticky === true && "es-button-bar-sticky")}>{props.children}</div>;
}

/** An act that one button does: a POST form around it. */
export function ActionForm(props: {
  readonly action: string;
  readonly children: Content;
  /** Fields that travel with the act (version seen, idempotency key). */
  readonly fields?: Readonly<Record<string, string>> | undefined;
}): JSX.Element {
  return (
    <form class="es-action" method="post" action={props.action}>
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}

/** Copies an address; without JavaScript the address itself can be selected. */
export function CopyLink(props: {
  readonly url: string;
  readonly label?: string | undefined;
  readonly id: string;
}): JSX.Element {
  return (
    <div class="es-copy" data-copy>
      <label class="ds-label" for={props.id}>
        {props.label ?? "Lien à garder"}
      </label>
      <div class="es-search-line">
        <input class="ds-input" id={props.id} type="text" readonly value={props.url} />
        <button class="ds-button" data-variant="secondary" type="button" data-copy-button hidden>
          <Icon name="copy" />
          Copier
        </button>
      </div>
      <p class="es-hint" role="status" data-copy-status />
    </div>
  );
}

export interface ConfirmProps {
  readonly id: string;
  /** Address that the act posts to. */
  readonly action: string;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** Label of the button that opens. */
  readonly label: Content;
  readonly title: string;
  readonly children: Content;
  readonly confirmLabel: string;
  readonly danger?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly size?: "sm" | "md" | undefined;
}

/**
 * Asks before an act that cannot be undone. Without JavaScript the question unfolds in the page;
 * with it, the same content opens as a dialog.
 */
export function Confirm(props: ConfirmProps): JSX.Element {
  return (
    <details class="es-confirm" data-confirm>
      <summary
        class="ds-button"
        data-variant="secondary"
        data-size={props.size}
        data-color={props.danger === true ? "danger" : undefined}
      >
        {props.icon !== undefined && <Icon name={props.icon} />}
        {props.label}
        <Icon name="chevron-down" />
      </summary>
      <div class="es-confirm-body">
        <h2 id={`${props.id}-titre`}>{props.title}</h2>
        <div>{props.children}</div>
        <ActionForm action={props.action} fields={props.fields}>
          <div class="es-button-bar">
            <Button variant={props.danger === true ? "danger" : "primary"}>{props.confirmLabel}</Button>
            <button class="ds-button" data-variant="tertiary" type="button" data-confirm-cancel hidden>
              Annuler
            </button>
          </div>
        </ActionForm>
      </div>
    </details>
  );
}

function Inside(props: {
  readonly icon?: IconName | undefined;
  readonly iconAt?: "start" | "end" | undefined;
  readonly children: Content;
  readonly context?: string | undefined;
}): JSX.Element {
  const icon = props.icon === undefined ? null : <Icon name={props.icon} />;
  return (
    <>
      {props.iconAt !== "end" && icon}
      <span>
        {props.children}
        {props.context !== undefined && <span class="ds-sr-only">{` ${props.context}`}</span>}
      </span>
      {props.iconAt === "end" && icon}
    </>
  );
}

function look(props: {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: "sm" | "md" | "lg" | undefined;
}): {
  readonly "data-variant": string | undefined;
  readonly "data-size": string | undefined;
  readonly "data-color": string | undefined;
} {
  const variant = props.variant ?? "primary";
  return {
    "data-variant": variant === "danger" ? "primary" : variant,
    "data-size": props.size,
    "data-color": variant === "danger" ? "danger" : undefined,
  };
}
