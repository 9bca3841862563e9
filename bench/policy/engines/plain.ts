import { addYears, type ConsultingFacts, type StructureFacts } from "#policy/index.ts";
import type { Answer, BenchEngine } from "../engine.ts";
import { today } from "../files.ts";

/** The rules as a developer would write them by hand, the day of filing fixed: the yardstick of speed. */

type Truth = 0 | 1 | 2 | 3;
const MET = 0;
const TO_ASSESS = 1;
const UNKNOWN = 2;
const NOT_MET = 3;

function yes(value: boolean | null | undefined): Truth {
  return value == null ? UNKNOWN : value ? MET : NOT_MET;
}

function inNormandy(commune: string | null | undefined): Truth {
  if (commune == null) return UNKNOWN;
  switch (commune.slice(0, 2)) {
    case "14":
    case "27":
    case "50":
    case "61":
    case "76":
      return MET;
    default:
      return NOT_MET;
  }
}

function jobSeekers(one: StructureFacts): Truth {
  if (one.servesJobSeekers === true || one.plansToServeJobSeekers === true) return MET;
  return one.servesJobSeekers == null || one.plansToServeJobSeekers == null ? UNKNOWN : NOT_MET;
}

function costsKnown(one: StructureFacts): Truth {
  if (one.phases == null || one.phases.length === 0) return UNKNOWN;
  for (const phase of one.phases) {
    if (phase.days !== 0 && (phase.days == null || phase.dailyCost == null)) return UNKNOWN;
  }
  return MET;
}

function phasesNamed(one: StructureFacts): Truth {
  if (one.phases == null || one.phases.length === 0) return UNKNOWN;
  let hasDiagnosis = one.diagnosisExists !== false;
  let isAsked = false;
  for (const { phase, days } of one.phases) {
    if (days === 0) continue;
    if (phase == null) return UNKNOWN;
    isAsked = true;
    if (phase === "diagnostic") hasDiagnosis = true;
  }
  if (!isAsked) return UNKNOWN;
  return hasDiagnosis ? MET : TO_ASSESS;
}

function moreThanFive({ headcount, headcountBand }: StructureFacts): Truth {
  if (headcount != null) return headcount > 5 ? MET : NOT_MET;
  if (headcountBand == null) return UNKNOWN;
  return headcountBand === "00" || headcountBand === "01" || headcountBand === "02" ? NOT_MET : MET;
}

function experience(facts: ConsultingFacts): Truth {
  const list = facts.provider?.consultants;
  if (list == null || list.length === 0) return UNKNOWN;
  let worst: Truth = MET;
  for (const { yearsOfExperience } of list) {
    if (yearsOfExperience == null) worst = worst === NOT_MET ? NOT_MET : UNKNOWN;
    else if (yearsOfExperience < 2) worst = NOT_MET;
  }
  return worst;
}

function noSubcontracting(facts: ConsultingFacts): Truth {
  const { subcontracts, partnerBody } = facts.provider ?? {};
  if (subcontracts === true || partnerBody === "uncontracted") return NOT_MET;
  return subcontracts == null || partnerBody == null ? UNKNOWN : MET;
}

function isPresented(facts: ConsultingFacts, structures: readonly StructureFacts[]): boolean {
  const provider = facts.provider ?? {};
  const hasProvider =
    provider.createdOn != null ||
    (provider.consultants?.length ?? 0) > 0 ||
    provider.hasCapacity != null ||
    provider.fields != null ||
    provider.subcontracts != null ||
    provider.partnerBody != null ||
    provider.joinsMonitoringCommittees != null ||
    provider.providesDeliverables != null;
  if (!hasProvider) return false;
  for (const { phases } of structures) {
    for (const { phase, days, dailyCost, startsOn } of phases ?? []) {
      if (phase != null || days != null || dailyCost != null || startsOn != null) return true;
    }
  }
  return false;
}

function begun(facts: ConsultingFacts, structures: readonly StructureFacts[]): Truth {
  if (!isPresented(facts, structures)) return UNKNOWN;
  if (facts.workStarted === true) return TO_ASSESS;
  for (const { phases } of structures) {
    for (const { startsOn } of phases ?? []) if (startsOn != null && startsOn < today) return TO_ASSESS;
  }
  return MET;
}

function aidOf(one: StructureFacts): { aid: number; real: number } | null {
  const allowance = Math.max(0, 25 - (one.daysAlreadyFunded ?? 0)) * 2;
  let real = 0;
  const kept: { halves: number; price: number }[] = [];
  for (const { days, dailyCost } of one.phases ?? []) {
    if (days === 0 || dailyCost === 0) continue;
    if (days == null || dailyCost == null) return null;
    real += days * 2 * dailyCost;
    kept.push({ halves: days * 2, price: Math.min(dailyCost, 100_000) });
  }
  if (kept.length > 1) kept.sort((a, b) => b.price - a.price);
  let room = allowance;
  let cost = 0;
  for (const { halves, price } of kept) {
    const taken = Math.min(room, halves);
    room -= taken;
    cost += taken * price;
  }
  const share = Math.floor((Math.floor(cost / 2) * 7_000) / 10_000);
  const left = Math.max(
    0,
    1_750_000 - (one.aidAlreadyGranted ?? Math.min(1_750_000, 70_000 * (one.daysAlreadyFunded ?? 0))),
  );
  return { aid: Math.min(share, left), real: Math.floor(real / 2) };
}

const eligibilities = ["eligible", "to-assess", "incomplete", "not-eligible"] as const;

function plain(facts: ConsultingFacts): Answer {
  const structures = facts.structures ?? [];
  const provider = facts.provider ?? {};
  const created = provider.createdOn;
  const outputs: Truth[] = [
    facts.route == null ? UNKNOWN : facts.route === "individual" && structures.length > 1 ? NOT_MET : MET,
    facts.otherPublicFunding == null ? UNKNOWN : MET,
    created == null ? UNKNOWN : addYears(created, 3) <= today ? MET : NOT_MET,
    experience(facts),
    yes(provider.hasCapacity),
    provider.fields == null ? UNKNOWN : provider.fields.length > 0 ? MET : NOT_MET,
    noSubcontracting(facts),
    yes(provider.joinsMonitoringCommittees),
    yes(provider.providesDeliverables),
    begun(facts, structures),
  ];
  let total: number | null = 0;
  let real = 0;
  for (const one of structures) {
    outputs.push(
      inNormandy(one.commune),
      yes(one.mainActivityIsTraining),
      moreThanFive(one),
      jobSeekers(one),
      phasesNamed(one),
      costsKnown(one),
      one.daysAlreadyFunded == null ? UNKNOWN : MET,
    );
    const funded = (one.phases ?? []).length === 0 ? null : aidOf(one);
    if (funded === null || total === null) total = null;
    else {
      total += funded.aid;
      real += funded.real;
    }
  }
  if (structures.length === 0) total = null;
  let worst: Truth = structures.length === 0 ? UNKNOWN : MET;
  for (const output of outputs) if (output > worst) worst = output;
  return {
    eligibility: eligibilities[worst],
    region: total === null ? null : Math.min(total, Math.max(0, real - (facts.otherPublicFunding ?? 0))),
  };
}

export const plainEngine: BenchEngine<ConsultingFacts> = {
  name: "plain functions",
  sample: 100_000,
  passes: 10,
  prepare: (facts) => facts,
  run: plain,
};
