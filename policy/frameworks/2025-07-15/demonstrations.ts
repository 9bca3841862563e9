import type { Demonstration } from "../../demonstration/declared.ts";
import { demonstration as consultingSupport } from "./consulting-support/demonstration/demonstration.ts";
import { demonstration as serviceModernisation } from "./service-modernisation/demonstration/demonstration.ts";
import { demonstration as transitions } from "./transitions/demonstration/demonstration.ts";

/** What each open scheme gives to the demonstration. */
export const demonstrations: readonly Demonstration[] = [consultingSupport, serviceModernisation, transitions];
