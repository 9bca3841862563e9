import type { JSX } from "preact";
import { Icon, type IconName } from "./icons.tsx";
import { type Content, classes } from "./text.ts";

export type NoticeTone = "info" | "success" | "warning" | "danger";

const faces: Readonly<Record<NoticeTone, { readonly icon: IconName; readonly word: string }>> = {
  info: { icon: "info", word: "Bon à savoir" },
  success: { icon: "check", word: "C’est fait" },
  warning: { icon: "warning", word: "Attention" },
  danger: { icon: "stop", word: "Problème" },
};

export interface NoticeProps {
  readonly tone: NoticeTone;
  /** A short sentence in bold; without it the tone's own word stands there, so that colour never speaks alone. */
  readonly title?: string | undefined;
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  readonly children?: Content;
  readonly id?: string | undefined;
}

/** A message beside the flow of the page: icon, word and colour. */
export function Notice(props: NoticeProps): JSX.Element {
  const face = faces[props.tone];
  const Title = props.headingLevel === undefined ? "p" : (`h${props.headingLevel}` as const);
  return (
    <div class={classes("es-notice", `es-notice-${props.tone}`)} data-color={props.tone} id={props.id}>
      <Icon name={face.icon} />
      <div class="es-notice-body">
        <Title class="es-notice-title">{props.title ?? face.word}</Title>
        {props.children !== undefined && <div class="es-notice-text">{props.children}</div>}
      </div>
    </div>
  );
}
