import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type FunderWords, funderWords } from "#text/index.ts";

/** The funder that the page is of: `Layout` gives it, from what is set on screen. */
export const FunderOfPage = createContext<FunderWords>(funderWords({ name: "" }));

/** How a page calls its funder: « la Région ». For components of a page; what is written once for all pages asks it in a property. */
export function useFunder(): FunderWords {
  return useContext(FunderOfPage);
}
