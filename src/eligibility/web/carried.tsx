import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import { HiddenField, writtenOnce } from "#src/ui/index.ts";

const Hidden = writtenOnce(HiddenField);

/** Answers that travel hidden in a form, so that the address it leads to holds them all. */
export function Carried(props: { readonly raw: Raw }): JSX.Element {
  return (
    <>
      {Object.entries(props.raw).flatMap(([name, value]) =>
        (typeof value === "string" ? [value] : value).map((one) => (
          <Hidden key={`${name}=${one}`} name={name} value={one} />
        )),
      )}
    </>
  );
}
