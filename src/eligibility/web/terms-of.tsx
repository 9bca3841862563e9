import type { JSX } from "preact";
import { urls } from "#src/urls.ts";
import type { OpenCall } from "../open-calls.ts";

/** Whose terms the simulation applies. */
export function TermsOf(props: { readonly call: OpenCall }): JSX.Element {
  const { call } = props;
  return (
    <>
      Avec les modalités de l’appel « <a href={urls.call.href({ slug: call.slug })}>{call.title}</a> ». {call.calendar}.
    </>
  );
}
