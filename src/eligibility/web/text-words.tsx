import type { JSX } from "preact";
import { Quote } from "#src/ui/index.ts";
import { quotationOf } from "../quotations.ts";

/** The words that were voted, to unfold beside the criterion that reads them; nothing where none are kept. */
export function TextWords(props: {
  readonly framework: string;
  readonly criterion: { readonly id: string; readonly provision: string };
}): JSX.Element | null {
  const { framework, criterion } = props;
  const sentences = quotationOf(framework, criterion.id);
  if (sentences.length === 0) return null;
  return (
    <Quote provision={criterion.id} source={`Cadre d’intervention, ${criterion.provision}`}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Quote>
  );
}
