import { typedLines } from "../../../../demonstration/typed.ts";

type Line = Readonly<Record<string, string>>;

const bought = (nature: string, label: string, phase: string, amount: string, more: Line = {}): Line => ({
  nature,
  label,
  phase,
  amount,
  isInvestment: "non",
  isPedagogical: "non",
  ...more,
});
const sound = { ecoDesigned: "oui", accessible: "oui" };

/** The costs of a project while it is written: cut, to judge, and one that cannot be read yet. */
const costs: readonly Line[] = [
  bought("website", "Site d’accueil et prise de rendez-vous", "Mettre en service", "14 000,00", sound),
  bought("website", "Page de chaque site, sans refonte", "Mettre en service", "1 800,00", {
    ...sound,
    accessible: "non",
  }),
  bought("development", "Conduite du changement", "Préparer", "9 500,00"),
  bought("development", "Entretiens avec les équipes des trois sites", "Préparer", "3 2OO"),
  bought("communication", "Campagne d’information", "Mettre en service", "4 500,00"),
  bought("communication", "Affiches et kakémonos, avec la mention", "Mettre en service", "1 250,00"),
  bought("recruitment-process", "Parcours de positionnement en ligne", "Préparer", "6 400,00", {
    paidElsewhere: "oui",
  }),
  bought("learning-platform", "Plateforme de continuité", "Mettre en service", "7 900,00", { isPedagogical: "oui" }),
  bought("soft-mobility", "Abris à vélos des trois sites", "Mettre en service", "8 600,00", { isInvestment: "oui" }),
  bought("sustainable-purchasing", "Charte d’achats durables", "Préparer", "2 100,00"),
  bought("waste", "Tri des biodéchets du restaurant", "Mettre en service", "1 950,00"),
  bought("staff", "Chargée d’accueil du projet, à mi-temps", "Mettre en service", "12 000,00"),
];

/** The lines of that budget as a draft holds them. */
export const budgetBeingWritten = typedLines("costs", costs);
