import type { Routes } from "#src/people/web/index.ts";
import { type FormFields, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { REST } from "../checks/file-grid.tsx";
import { budgetLines, type CostInput, cuttable } from "../costs/accepted-costs.ts";
import { COSTS } from "../costs/file-budget.tsx";
import { ATTENDS, SHARE_OUT } from "../costs/file-shared.tsx";
import { shareOutEqually } from "../costs/shared-days.ts";
import { JUDGEMENT, SEND } from "../file/file-form.tsx";
import { loadView } from "../file/file-loading.tsx";
import type { ReviewedView } from "../file/file-view.tsx";
import type { ApplicationAct } from "../web/file-act.ts";
import { readDaysText, readMoneyText } from "../web/typed-text.ts";
import { HERE, SENSE } from "./file-opinion.tsx";
import { judge } from "./judge.ts";
import { type JudgedOpinion, type JudgementInput, POINT, REASON, SHARED_REASON } from "./judgement.ts";

interface Unread {
  readonly path: string;
  readonly message: string;
}

/** What an officer concludes, accepts and proposes, in one sending. */
export function judgementRoutes(routes: Routes, world: World, act: ApplicationAct): void {
  routes.post(urls.reviewJudgement.pattern, (c) =>
    act(c, JUDGEMENT, kept, "resume", async (visitor, request, fields) => {
      const read = readJudgement(await loadView(world, visitor, request.id), fields);
      return "refusals" in read ? { kind: "refused", ...read } : judge(world, visitor, request, read.ok);
    }),
  );
}

/** What is told once the judgement is kept. */
function kept(fields: FormFields): string {
  return text(fields, "acte") === SEND ? "Votre avis est transmis à la validation." : "Votre travail est enregistré.";
}

/** The judgement as it was sent, or what of it could not be read. */
function readJudgement(
  view: ReviewedView,
  fields: FormFields,
): { readonly ok: JudgementInput } | { readonly refusals: readonly Unread[] } {
  const costs =
    text(fields, "acte") === SHARE_OUT
      ? sharedOut(view, fields)
      : text(fields, COSTS) === ""
        ? null
        : readCosts(view, fields);
  if (costs !== null && "refusals" in costs) return costs;
  return {
    ok: {
      points: pointsIn(fields),
      sharedReason: text(fields, SHARED_REASON),
      restIsSatisfying: text(fields, REST) === "oui",
      costs: costs?.inputs ?? null,
      opinion: text(fields, "acte") === SEND ? opinionIn(fields) : null,
    },
  };
}

/** The common days of the budget, shared out between the parties whose boxes are ticked. */
function sharedOut(view: ReviewedView, fields: FormFields): { readonly inputs: readonly CostInput[] } {
  const attending = new Set(texts(fields, ATTENDS));
  const { answers, costs } = view.file;
  return { inputs: shareOutEqually(view.scheme, answers, costs, (line) => attending.has(line)) };
}

function pointsIn(fields: FormFields): JudgementInput["points"] {
  const keys = new Set(
    Object.keys(fields).flatMap((name) =>
      name.startsWith(POINT) ? name.slice(POINT.length) : name.startsWith(REASON) ? name.slice(REASON.length) : [],
    ),
  );
  return [...keys]
    .slice(0, 500)
    .map((key) => ({ key, conclusion: text(fields, POINT + key), reason: text(fields, REASON + key) }));
}

function opinionIn(fields: FormFields): JudgedOpinion {
  const aid = text(fields, "aide");
  return {
    sense: text(fields, SENSE),
    proposedAid: readMoneyText(aid),
    all: aid === "",
    grounds: texts(fields, "motifs"),
    groundsHere: text(fields, HERE) === "oui",
    body: text(fields, "avis"),
    reason: text(fields, "raison"),
  };
}

function readCosts(
  view: ReviewedView,
  fields: FormFields,
): { readonly inputs: readonly CostInput[] } | { readonly refusals: readonly Unread[] } {
  const refusals: Unread[] = [];
  const inputs = budgetLines(view.scheme, view.file.answers).map(({ line }) => {
    const values = cuttable(view.scheme).map(({ id, kind }) => {
      const typed = text(fields, `${line}.${id}`);
      const value = kind === "days" ? readDaysText(typed) : readMoneyText(typed);
      if (typed !== "" && value === null) {
        refusals.push({ path: `${line}.${id}`, message: howToWrite[kind === "days" ? "days" : "money"] });
      }
      return [id, value] as const;
    });
    return { line, values: Object.fromEntries(values), reason: text(fields, `${line}.reason`) };
  });
  return refusals.length > 0 ? { refusals } : { inputs };
}

const howToWrite = {
  days: "Indiquez un nombre de jours, par exemple 2,5.",
  money: "Indiquez un montant, par exemple 1 100,50.",
} as const;
