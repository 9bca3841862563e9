import { documentsOf, formatAnswer, labelHere, questionsOf, valueAtPath, visibilityOf } from "#policy/index.ts";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import {
  funderPdf,
  type Letterhead,
  type PrintedQuestion,
  type PrintedSection,
} from "#src/platform/documents/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { type SimulationResult, simulationResult } from "../letters/simulation-result.ts";
import { partyTitle, situated } from "../parties.ts";
import { gaps, type Simulator } from "../simulator.ts";
import { stepLabel } from "../steps.ts";
import { verdictOf } from "../verdict.ts";
import { resultUrl } from "./addresses.ts";
import { shares } from "./amounts.tsx";

/** Typst refuses longer ones: answers of that length are on the last page all the same. */
const LONGEST_LINK = 8_000;

/** The result on paper. Made on the spot, kept nowhere. */
export async function answerPdf(
  world: World,
  simulator: Simulator,
  communeName: (code: string) => string,
): Promise<Response> {
  const { pdf } = await funderPdf(world.config, simulationResult, printed(world, simulator, communeName));
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="simulation-${simulator.scheme.slug}-${simulator.today}.pdf"`,
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
}

/** What the page says, as the letter takes it. */
export function printed(world: World, simulator: Simulator, communeName: (code: string) => string): SimulationResult {
  const { assessment, scheme, steps, raw, today } = simulator;
  const open = gaps(simulator);
  const verdict = verdictOf(assessment, open.length, scheme.words, world.config.funder.words);
  const { aid: region, isEstimate } = assessment.funding;
  const isRefused = assessment.eligibility === "not-eligible";
  const whole = world.origin + resultUrl(scheme, raw);
  return {
    letterhead: letterhead(world, simulator),
    scheme: scheme.name,
    frameworkOf: assessment.framework,
    simulatedAt: `${today}T${clockTime(world)}`,
    status: verdict.status,
    headline: verdict.headline,
    summary: verdict.summary,
    ...(region === null || isRefused ? null : { amount: { cents: region, isEstimate } }),
    reasons: assessment.criteria.map(({ status, title, reason, id, provision, party }) => ({
      status,
      title: partyTitle(scheme, title, party, assessment),
      reason,
      provision: `${id}, ${provision}`,
    })),
    steps: assessment.funding.steps.map(({ label, value, id, party }) => ({
      label: situated(scheme, label, party),
      value,
      provision: id,
    })),
    ...(region === null || isRefused
      ? null
      : {
          payers: shares(assessment.funding, world.config.funder.words).map(({ label, amount }) => ({
            label,
            cents: amount,
          })),
        }),
    ...(isRefused ? { supposed: true } : null),
    missing: open.map((step) => stepLabel(step, steps)),
    documents: documentsOf(scheme.form, simulator.answers)
      .filter((paper) => paper.required)
      .map(({ label, situation }) => (situation === "" ? label : `${label} (${situation.toLowerCase()})`)),
    doubts: assessment.doubts.map(({ id, question, defaultReading, alternative, effect }) => ({
      id,
      question,
      applied: defaultReading,
      ...(alternative === null ? null : { alternative }),
      ...(effect === null ? null : { effect: { applied: effect.default, alternative: effect.alternative } }),
    })),
    sections: sections(simulator, communeName),
    ...(whole.length > LONGEST_LINK
      ? null
      : {
          link: {
            whole,
            short: world.origin.replace(/^https?:\/\//, "") + urls.simulator.href({ scheme: scheme.slug }),
          },
        }),
  };
}

function letterhead({ config }: World, simulator: Simulator): Letterhead {
  const { name, service, address, phone, email } = config.funder;
  return {
    issuer: { name, address: [address] },
    office: { name: service, address: [address], phone, email },
    references: [
      { label: "Simulateur", value: simulator.scheme.name },
      ...(simulator.call === null ? [] : [{ label: "Appel", value: simulator.call.title }]),
    ],
    issuedOn: simulator.today,
    ...(config.demo ? { notice: "Document de démonstration, sans valeur." } : null),
  };
}

function clockTime(world: World): string {
  return world.clock.now().toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainTime().toString().slice(0, 5);
}

function sections(simulator: Simulator, communeName: (code: string) => string): readonly PrintedSection[] {
  const { scheme, answers } = simulator;
  const asked = questionsOf(scheme.simulatorForm, answers).filter(
    ({ question, at }) => visibilityOf(question, answers, at) === "met",
  );
  return scheme.simulatorForm.sections.map((section) => ({
    title: section.title,
    questions: asked
      .filter((one) => one.section === section.id)
      .map(({ question, path, situation }): PrintedQuestion => {
        const value = valueAtPath(answers, path);
        const label = labelHere(question.label, situation);
        if (value === null || value === undefined) return { question: label, answer: { kind: "none" } };
        const isCommune = question.control.kind === "commune" && typeof value === "string";
        const text = isCommune ? communeName(value) : formatAnswer(question, value);
        return { question: label, answer: { kind: "text", text } };
      }),
  }));
}
