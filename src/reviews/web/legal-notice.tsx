import type { JSX } from "preact";
import type { World } from "#src/platform/world.ts";
import { Notice } from "#src/ui/index.ts";

/** Beside the act that sends a document: its legal words are the service's own until the funder's lawyers confirm them. */
export function LegalNotice(props: { readonly config: Pick<World["config"], "funder"> }): JSX.Element | null {
  if (props.config.funder.legal.confirmed) return null;
  return (
    <Notice tone="warning" title="Textes juridiques à faire confirmer">
      Les voies de recours, les modalités de versement et la mention du soutien viennent de la configuration : le
      service juridique ne les a pas encore confirmées. Le document envoyé ne porte pas cette remarque.
    </Notice>
  );
}
