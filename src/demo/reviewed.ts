import { randomUUID } from "node:crypto";
import { demonstrationOf } from "#policy/demonstration/index.ts";
import { parseDay } from "#policy/index.ts";
import { withdrawApplication } from "#src/applications/index.ts";
import type { State } from "#src/life/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { addTask, follow } from "#src/reviews/around/around-acts.ts";
import { askForMore } from "#src/reviews/completion/ask-for-more.ts";
import { askables } from "#src/reviews/completion/completion.ts";
import { budgetLines } from "#src/reviews/costs/accepted-costs.ts";
import { writeNote, writeToApplicant } from "#src/reviews/exchange/write.ts";
import type { ReviewedApplication } from "#src/reviews/file/file-store.ts";
import { instructionOf } from "#src/reviews/instruction/instruction-of.ts";
import { makeFinding, propose, setAcceptedCosts } from "#src/reviews/opinions/judge.ts";
import { groundsOf } from "#src/reviews/opinions/opinion.ts";
import { validateOpinion } from "#src/reviews/opinions/validate-opinion.ts";
import { assign } from "#src/reviews/queue/assign.ts";
import { schemeOf } from "#src/reviews/scheme.ts";
import { abandon, takePlainStep } from "#src/reviews/steps/plain-steps.ts";
import { act, asked } from "./performed.ts";
import { type DemoRequest, type DemoTroupe, later, read } from "./troupe.ts";
import { decideOn, leadVoted, tellDecision, type Voted } from "./voted.ts";

export type { DemoTroupe } from "./troupe.ts";

/** States that a filed request may be led to. */
export type LaterState = Exclude<State, "draft" | "submitted">;

/**
 * Leads a filed request to a later state by the acts that people do, in their order and by who may: nothing is
 * written beside them. Days pass between the acts; the clock ends where the last act left it.
 */
export async function leadTo(stage: DemoTroupe, request: DemoRequest, to: LaterState): Promise<void> {
  const lead = new Map<LaterState, () => Promise<void>>([
    ["withdrawn", () => withdraw(stage, request)],
    ["completion-requested", () => requestMore(stage, request)],
    ["abandoned", () => leave(stage, request)],
    ["complete", () => declare(stage, request)],
    ["under-review", () => review(stage, request)],
    ["proposed-favourable", () => give(stage, request, true)],
    ["proposed-unfavourable", () => give(stage, request, false)],
    ["validated-favourable", () => validate(stage, request, true)],
    ["validated-unfavourable", () => validate(stage, request, false)],
    ["awarded", () => beyond(stage, request, "awarded")],
    ["rejected", () => vote(stage, request, false)],
    ["notified", () => beyond(stage, request, "notified")],
    ["refused", () => refuse(stage, request)],
    ["agreement-to-sign", () => beyond(stage, request, "agreement-to-sign")],
    ["signed", () => beyond(stage, request, "signed")],
  ]);
  await lead.get(to)?.();
}

async function withdraw(stage: DemoTroupe, request: DemoRequest): Promise<void> {
  later(stage, 6);
  await act(
    withdrawApplication(
      stage.world,
      request.applicant,
      await asked(stage.world, request.id),
      "Nous reportons ce projet à l’an prochain.",
    ),
  );
}

async function hold(stage: DemoTroupe, request: DemoRequest): Promise<void> {
  later(stage, 2);
  await act(assign(stage.world, stage.officer, await asked(stage.world, request.id), stage.officer.person.id));
}

async function requestMore(stage: DemoTroupe, request: DemoRequest): Promise<void> {
  await hold(stage, request);
  later(stage, 4);
  const file = await read(stage, request);
  const papers = file.revision.attachments.map((one) => one.key);
  const { lacks = [] } = reviewingOf(file) ?? {};
  const asking = askables(schemeOf(file.application), file.answers, papers);
  const items = asking.flatMap(({ path }) => lacks.filter((one) => one.path === path));
  const today = legalDay(stage.clock.now());
  const dueOn = parseDay(today.add({ days: stage.world.config.funder.delays.completion }).toString());
  const note = "Votre dossier est clair ; ces points suffiront à le compléter.";
  await act(askForMore(stage.world, stage.officer, await asked(stage.world, request.id), { items, note, dueOn }));
}

async function leave(stage: DemoTroupe, request: DemoRequest): Promise<void> {
  await requestMore(stage, request);
  later(stage, 40);
  await act(
    abandon(
      stage.world,
      stage.officer,
      await asked(stage.world, request.id),
      "Les éléments demandés ne sont pas arrivés dans le délai.",
    ),
  );
}

async function declare(stage: DemoTroupe, request: DemoRequest): Promise<void> {
  await hold(stage, request);
  later(stage, 3);
  await act(takePlainStep(stage.world, stage.officer, "declare-complete", await asked(stage.world, request.id)));
}

async function review(stage: DemoTroupe, request: DemoRequest): Promise<void> {
  await declare(stage, request);
  later(stage, 2);
  await act(takePlainStep(stage.world, stage.officer, "start-review", await asked(stage.world, request.id)));
  if (request.n % 2 === 0) {
    const { version: _any, ...note } = await asked(stage.world, request.id);
    await act(
      writeNote(stage.world, stage.officer, note, "Appelé la direction : équipe motivée, calendrier réaliste."),
    );
    const { version: _other, ...message } = await asked(stage.world, request.id);
    await act(
      writeToApplicant(
        stage.world,
        stage.officer,
        message,
        "Bonjour, votre dossier est en cours d’instruction. Pouvez-vous nous confirmer que le premier atelier aura lieu en présence des apprenants ?",
      ),
    );
  }
  if (request.n % 4 === 0) await remind(stage, request);
  if (request.n % 3 === 0) await cut(stage, request);
}

/** The officer notes what is left to do, and the supervisor follows the file. */
async function remind(stage: DemoTroupe, request: DemoRequest): Promise<void> {
  const { version: _, ...asking } = await asked(stage.world, request.id);
  await act(
    addTask(stage.world, stage.officer, asking, {
      body: "Appeler la direction au sujet du calendrier des ateliers",
      dueOn: parseDay(legalDay(stage.clock.now()).add({ days: 9 }).toString()),
      person: stage.officer.person.id,
    }),
  );
  await act(follow(stage.world, stage.supervisor, { ...asking, key: randomUUID() }, true));
}

/** Accepts one less than asked on the first line, with its reason. */
async function cut(stage: DemoTroupe, request: DemoRequest): Promise<void> {
  const file = await read(stage, request);
  const less = reviewingOf(file)?.cut;
  const [first] = budgetLines(schemeOf(file.application), file.answers);
  if (less === undefined || first === undefined) return;
  const { column, reason } = less;
  const count = first.values[column] ?? null;
  if (count === null || count < 2) return;
  const input = { line: first.line, values: { [column]: count - 1 }, reason };
  await act(setAcceptedCosts(stage.world, stage.officer, await asked(stage.world, request.id), [input]));
}

async function conclude(stage: DemoTroupe, request: DemoRequest, favourable: boolean): Promise<void> {
  const unmet = favourable ? undefined : reviewingOf(await read(stage, request))?.unmet;
  if (unmet !== undefined) {
    const finding = { ...unmet, conclusion: "not-met" as const };
    await act(makeFinding(stage.world, stage.officer, await asked(stage.world, request.id), finding));
  }
  for (const left of instructionOf(await read(stage, request)).left) {
    const conclusion = left.kind === "criterion" ? "met" : left.kind === "doubt" ? "default" : "satisfying";
    const reason = left.kind === "grid" ? "" : "Vu au dossier et confirmé par la structure au téléphone.";
    const { subject, about } = left;
    await act(
      makeFinding(stage.world, stage.officer, await asked(stage.world, request.id), {
        subject,
        about,
        conclusion,
        reason,
      }),
    );
  }
}

async function give(stage: DemoTroupe, request: DemoRequest, favourable: boolean): Promise<void> {
  await review(stage, request);
  later(stage, 5);
  await conclude(stage, request, favourable);
  const file = await read(stage, request);
  const instruction = instructionOf(file);
  const { opinions = OPINIONS } = reviewingOf(file) ?? {};
  await act(
    propose(stage.world, stage.officer, await asked(stage.world, request.id), {
      sense: favourable ? "favorable" : "defavorable",
      proposedAid: favourable ? instruction.ceiling : null,
      grounds: favourable ? [] : groundsOf(instruction).map((ground) => ground.key),
      body: favourable ? opinions.favourable : opinions.unfavourable,
      reason: "",
    }),
  );
}

async function validate(stage: DemoTroupe, request: DemoRequest, favourable: boolean): Promise<void> {
  await give(stage, request, favourable);
  later(stage, 2);
  const word = { valid: true, favourable, reason: "" };
  await act(validateOpinion(stage.world, stage.supervisor, await asked(stage.world, request.id), word));
}

async function vote(stage: DemoTroupe, request: DemoRequest, favourable: boolean): Promise<void> {
  await validate(stage, request, favourable);
  await decideOn(stage, request, favourable);
}

async function refuse(stage: DemoTroupe, request: DemoRequest): Promise<void> {
  await vote(stage, request, false);
  await tellDecision(stage, request, false);
}

/** A request that is voted, then told, drawn up as an agreement and signed: as far as it is led. */
async function beyond(stage: DemoTroupe, request: DemoRequest, to: Voted): Promise<void> {
  await validate(stage, request, true);
  await leadVoted(stage, request, to);
}

/** What is said of a request whose scheme gives no words of its own. */
const OPINIONS = {
  favourable: "Le besoin est partagé et la démarche est progressive.",
  unfavourable: "Une condition n’est pas remplie ; une orientation vers d’autres appuis a été proposée.",
};

/** What the scheme of a file gives to whoever plays its officers. */
function reviewingOf({ application: { framework, scheme } }: ReviewedApplication) {
  return demonstrationOf(framework, scheme)?.reviewing;
}
