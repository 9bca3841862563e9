import { type State, stages } from "#src/life/index.ts";
import type { FigureLine, ServiceFigure } from "./figure.ts";
import { OPEN_STATES, openApplications } from "./open-files.ts";

/** What a late file waits for, where its state says it less well; what is decided is late no more. */
const awaited: Readonly<Partial<Record<State, string>>> = {
  submitted: "Complétude à vérifier",
  complete: "Instruction à commencer",
  "completion-requested": "Réponse du demandeur",
  "under-review": "Avis à rendre",
  "proposed-favourable": "Avis favorable à valider",
  "proposed-unfavourable": "Avis défavorable à valider",
  "validated-favourable": "Vote, après un avis favorable",
  "validated-unfavourable": "Vote, après un avis défavorable",
};

const late: ServiceFigure = {
  key: "retard",
  title: "Pourquoi c’est en retard",
  none: "Aucun dossier n’est en retard.",
  tone: "late",
  load: async (tx, reader) => {
    const files = (await openApplications(tx, reader)).filter(({ isLate }) => isLate);
    return sorted(
      OPEN_STATES.map((state) => ({
        label: awaited[state] ?? stages[state].funder.label,
        files: sum(files.filter((one) => one.state === state)),
        query: { vue: "tous", etat: [state], delai: ["retard"] },
      })),
    );
  },
};

const load: ServiceFigure = {
  key: "charge",
  title: "Dossiers ouverts par agent",
  none: "Aucun dossier n’est ouvert.",
  tone: "load",
  load: async (tx, reader) => {
    const files = await openApplications(tx, reader);
    const agents = new Map(files.map(({ assignedTo, assignee }) => [assignedTo, assignee]));
    return sorted(
      [...agents].map(([id, name]) => ({
        label: name ?? "Non affectés",
        files: sum(files.filter(({ assignedTo }) => assignedTo === id)),
        query: { vue: "tous", etat: OPEN_STATES, agent: [id ?? "personne"] },
      })),
    );
  },
};

function sum(files: readonly { readonly files: number }[]): number {
  return files.reduce((total, one) => total + one.files, 0);
}

/** The most first; what counts no file is left out. */
function sorted(lines: readonly FigureLine[]): readonly FigureLine[] {
  return lines.filter(({ files }) => files > 0).toSorted((a, b) => b.files - a.files);
}

/** What the review itself tells of the service; later slices add theirs. */
export const ownFigures: readonly ServiceFigure[] = [late, load];
