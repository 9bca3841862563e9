import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import { HiddenField } from "#src/ui/index.ts";

/** Answers that travel hidden in a form, so that the address it leads to holds them all. */
export function Carried(props: { readonly raw: Raw }): JSX.Element {
  return (
    <>
      {Object.entries(props.raw).flatMap(([name, value]) =>
        (typeof value === "string" ? [value] : value).map((one) => (
          <HiddenField key={`${name}=${one}`} name={name} value={one} />
        )),
      )}
    </>
  );
}
