import type { JSX } from "preact";
import type { Scheme } from "#policy/index.ts";
import type { OpenCall } from "#src/eligibility/index.ts";
import { Card, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** Asked for when a call is open, and judged by its terms; a scheme that is not open to files yet is told so too. */
export function isByCall(scheme: Scheme): boolean {
  return scheme.status !== "open" || scheme.opening === "by-call";
}

/** The call of a scheme that closes first, where one is open. */
export function openCallOf({ slug }: { readonly slug: string }, calls: readonly OpenCall[]): OpenCall | undefined {
  return calls.find(({ scheme }) => scheme.slug === slug);
}

/** The simulator of a scheme, by the terms of its open call where there is one. */
export function simulatorOf(scheme: { readonly slug: string }, calls: readonly OpenCall[]): string {
  const call = openCallOf(scheme, calls);
  return urls.simulator.href({ scheme: scheme.slug }, call === undefined ? {} : { appel: call.slug });
}

/** The call that is open, and until when, where one reads of its scheme. */
export function OpenCallLine(props: { readonly call: OpenCall }): JSX.Element {
  const { slug, title, calendar } = props.call;
  return (
    <>
      <a href={urls.call.href({ slug })}>{title}</a>. {calendar}.
    </>
  );
}

/** An open call: until when, and the two ways in. */
export function CallCard(props: { readonly call: OpenCall }): JSX.Element {
  const { slug, title, summary, calendar, scheme } = props.call;
  return (
    <Card title={title} mark={<StateTag tone="success" icon="check" label="Ouvert" quiet />}>
      <p>
        <strong>{calendar}</strong>
      </p>
      <p>{summary}</p>
      <p>
        <a href={urls.call.href({ slug })}>
          Lire l’appel<span class="ds-sr-only"> : {title}</span>
        </a>{" "}
        ·{" "}
        <a href={urls.simulator.href({ scheme: scheme.slug }, { appel: slug })}>
          Simuler avec ses modalités<span class="ds-sr-only"> : {title}</span>
        </a>
      </p>
    </Card>
  );
}
