import type { ToAgree } from "#policy/index.ts";

/** How an agreement calls the funder once it has named it. */
export type FunderWords = ToAgree["funder"];

/** « Région Normandie » → « la Région », « Département de l’Orne » → « le Département »; else « le financeur ». */
export function funderWords(name: string): FunderWords {
  const [kind = ""] = /^\p{L}+/u.exec(name) ?? [];
  if (["Région", "Métropole", "Collectivité", "Ville", "Commune", "Communauté"].includes(kind)) {
    return { the: `la ${kind}`, of: `de la ${kind}`, capital: `La ${kind}` };
  }
  const called = kind === "Département" ? kind : "financeur";
  return { the: `le ${called}`, of: `du ${called}`, capital: `Le ${called}` };
}
