import type { JSX } from "preact";
import { DayField, TextField } from "#src/ui/index.ts";

/** From when what is proposed holds, and why: asked of every proposal. */
export function WhenAndWhy(props: {
  /** « dès la confirmation » */
  readonly empty: string;
  readonly typed: { readonly from: string; readonly reason: string } | undefined;
  readonly errors: Readonly<Record<string, string>>;
  /** Names fields apart where a page has several such forms. */
  readonly of?: string;
}): JSX.Element {
  const { typed, errors, of } = props;
  const id = (name: string) => (of === undefined ? {} : { id: `${of}-${name}` });
  return (
    <>
      <DayField
        name="effet"
        {...id("effet")}
        label="À partir du"
        hint={`Vide : ${props.empty}.`}
        required={false}
        value={typed?.from}
        error={errors.effet}
      />
      <TextField
        name="motif"
        {...id("motif")}
        label="Motif"
        hint="Il reste au journal."
        required={false}
        maxLength={500}
        value={typed?.reason}
        error={errors.motif}
      />
    </>
  );
}
