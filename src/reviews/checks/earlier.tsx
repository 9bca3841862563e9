import type { JSX } from "preact";
import { formatDateTime, Icon } from "#src/ui/index.ts";
import { conclusionWords } from "./conclusion-words.ts";
import type { Standing } from "./finding.ts";

/** A quiet fold: the line above says enough for most readings. */
export function Fold(props: {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: JSX.Element | readonly (JSX.Element | null | false)[];
}): JSX.Element {
  return (
    <details class="es-why" open={props.open === true}>
      <summary>
        <Icon name="chevron-down" />
        {props.summary}
      </summary>
      {props.children}
    </details>
  );
}

/** Findings that were replaced stay readable. */
export function Earlier(props: { readonly standing: Standing }): JSX.Element | null {
  const { earlier } = props.standing;
  if (earlier.length === 0) return null;
  return (
    <Fold summary={`Constats précédents (${earlier.length})`}>
      <ul>
        {earlier.map((finding) => (
          <li key={finding.id}>
            {formatDateTime(finding.madeAt)}, {finding.madeBy ?? "un agent"} : {conclusionWords[finding.conclusion]}
            {finding.reason !== "" && <>, « {finding.reason} »</>}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
