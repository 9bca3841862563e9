import { formatSiret } from "#src/ui/index.ts";
import { paperKinds, type Way } from "./belonging.ts";

/** What was given, in a sentence: « L’adresse électronique au domaine cfa-exemple.fr. » */
export function sayWay(way: Way, what: string): string {
  switch (way) {
    case "mail":
      return `Une adresse électronique confirmée au domaine ${what}.`;
    case "proconnect":
      return `Le SIRET que dit ProConnect, ${formatSiret(what)}.`;
    case "paper":
      return `Une pièce : ${sayPaper(what)}.`;
  }
}

/** The kind of a paper, in the middle of a sentence. */
function sayPaper(what: string): string {
  const label = Object.hasOwn(paperKinds, what) ? paperKinds[what as keyof typeof paperKinds] : what;
  return label.charAt(0).toLowerCase() + label.slice(1);
}
