import type { ClosedDoubts } from "../../../engine/rules/criterion.ts";
import type { Status } from "../../../engine/rules/truth.ts";
import { day } from "../../../engine/values/day.ts";
import { euros } from "../../../engine/values/money.ts";
import type { ConsultingFacts, PhaseFacts, StructureFacts } from "./facts.ts";

/** The boundaries of consulting support, row by row: what is not said of a row is as in the sound file. */
export interface Row {
  readonly name: string;
  readonly facts: ConsultingFacts;
  readonly today?: string;
  readonly closed?: ClosedDoubts;
  /** Criteria that are not met: the status of each structure in turn. */
  readonly differs?: Readonly<Record<string, readonly Status[]>>;
  readonly missing?: readonly string[];
  readonly doubts?: readonly string[];
  /** In cents; null where nothing can be said. */
  readonly region?: number | null;
  readonly own?: number | null;
}

const phases: readonly PhaseFacts[] = [
  { phase: "diagnostic", days: 5, dailyCost: euros(1_000) },
  { phase: "accompagnement", days: 10, dailyCost: euros(800) },
];

const structure: StructureFacts = {
  commune: "14118",
  mainActivityIsTraining: true,
  headcount: 12,
  servesJobSeekers: true,
  plansToServeJobSeekers: false,
  daysAlreadyFunded: 0,
  phases,
};

const provider: NonNullable<ConsultingFacts["provider"]> = {
  createdOn: day("2015-01-01"),
  consultants: [{ yearsOfExperience: 5 }, { yearsOfExperience: 2 }],
  hasCapacity: true,
  fields: ["digitalisation"],
  subcontracts: false,
  partnerBody: "none",
  joinsMonitoringCommittees: true,
  providesDeliverables: true,
};

/** A request that meets everything, with the facts of the API alone: 13 000 € of costs, 9 100 € of aid. */
export const sound: ConsultingFacts = {
  route: "individual",
  structures: [structure],
  provider,
  otherPublicFunding: euros(0),
};

/** The sound request with its structure changed. */
export function withStructure(change: StructureFacts): ConsultingFacts {
  return { ...sound, structures: [{ ...structure, ...change }] };
}

/** The sound request with the declared share of training: an answer that no rule reads, only a doubt. */
function withShare(trainingShare: number, change: StructureFacts = {}): ConsultingFacts {
  return withStructure({ ...change, trainingShare } as StructureFacts);
}

/** The sound request with its provider changed. */
export function withProvider(change: NonNullable<ConsultingFacts["provider"]>): ConsultingFacts {
  return { ...sound, provider: { ...provider, ...change } };
}

/** A collective request of the sound structure, changed for each. */
export function together(...changes: readonly StructureFacts[]): ConsultingFacts {
  return { ...sound, route: "collective", structures: changes.map((change) => ({ ...structure, ...change })) };
}

function support(days: number, dailyCost: number, more?: PhaseFacts): readonly PhaseFacts[] {
  return [{ phase: "diagnostic", days, dailyCost: euros(dailyCost), ...more }];
}

/** A phase of no day is no phase. */
function noDay(phase: NonNullable<PhaseFacts["phase"]>): PhaseFacts {
  return { phase, days: 0, dailyCost: euros(900) };
}

const onlySupport: readonly PhaseFacts[] = [{ phase: "accompagnement", days: 10, dailyCost: euros(900) }];
const at = "/structures/0";
const nothingPaid = { region: 0, own: 1_300_000 };

/** CS-1: the phases. */
const phaseRows: readonly Row[] = [
  { name: "diagnosis alone", facts: withStructure({ phases: support(10, 900) }), region: 630_000, own: 270_000 },
  {
    name: "support alone, nothing said of a diagnosis",
    facts: withStructure({ phases: onlySupport }),
    doubts: ["D-11"],
    region: 630_000,
    own: 270_000,
  },
  {
    name: "support alone on an existing diagnosis",
    facts: withStructure({ phases: onlySupport, diagnosisExists: true }),
    region: 630_000,
    own: 270_000,
  },
  {
    name: "support alone, no diagnosis exists",
    facts: withStructure({ phases: onlySupport, diagnosisExists: false }),
    differs: { "CS-1": ["to-assess"] },
    doubts: ["D-11"],
    region: 630_000,
    own: 270_000,
  },
  {
    name: "support alone beside a diagnosis of no day, no diagnosis exists",
    facts: withStructure({ phases: [...onlySupport, noDay("diagnostic")], diagnosisExists: false }),
    differs: { "CS-1": ["to-assess"] },
    doubts: ["D-11"],
    region: 630_000,
    own: 270_000,
  },
  {
    name: "support alone beside a diagnosis whose days are not told, no diagnosis exists",
    facts: withStructure({ phases: [...onlySupport, { phase: "diagnostic" }], diagnosisExists: false }),
    differs: { "CS-7": ["unknown"] },
    missing: [`${at}/phases/1/days`, `${at}/phases/1/dailyCost`],
    region: null,
    own: null,
  },
  {
    name: "support alone beside a half day without its name",
    facts: withStructure({ phases: [...onlySupport, { days: 0.5, dailyCost: euros(900) }] }),
    differs: { "CS-1": ["unknown"] },
    missing: [`${at}/phases/1/phase`],
    region: 661_500,
    own: 283_500,
  },
  {
    name: "support alone, its days not told",
    facts: withStructure({ phases: [{ phase: "accompagnement" }] }),
    differs: { "CS-7": ["unknown"] },
    missing: [`${at}/phases/0/days`, `${at}/phases/0/dailyCost`],
    doubts: ["D-11"],
    region: null,
    own: null,
  },
  {
    name: "support alone, half a day",
    facts: withStructure({ phases: [{ phase: "accompagnement", days: 0.5, dailyCost: euros(900) }] }),
    doubts: ["D-11"],
    region: 31_500,
    own: 13_500,
  },
  {
    name: "support on a diagnosis beside a nameless phase of no day",
    facts: withStructure({ phases: [...onlySupport, { days: 0 }], diagnosisExists: true }),
    region: 630_000,
    own: 270_000,
  },
  {
    name: "half a day of diagnosis alone, no earlier one",
    facts: withStructure({ phases: support(0.5, 900), diagnosisExists: false }),
    region: 31_500,
    own: 13_500,
  },
  {
    name: "both required, days not told",
    facts: withStructure({ phases: [{ phase: "diagnostic" }, { phase: "accompagnement" }] }),
    closed: { "D-11": "alternative" },
    differs: { "CS-7": ["unknown"] },
    missing: [0, 1].flatMap((index) => [`${at}/phases/${index}/days`, `${at}/phases/${index}/dailyCost`]),
    region: null,
    own: null,
  },
  {
    name: "both required, half a day of each",
    facts: withStructure({
      phases: [...support(0.5, 900), { phase: "accompagnement", days: 0.5, dailyCost: euros(900) }],
    }),
    closed: { "D-11": "alternative" },
    region: 63_000,
    own: 27_000,
  },
  {
    name: "diagnosis beside a support of no day",
    facts: withStructure({ phases: [...support(10, 900), noDay("accompagnement")] }),
    region: 630_000,
    own: 270_000,
  },
  {
    name: "support of no day alone",
    facts: withStructure({ phases: [noDay("accompagnement")] }),
    differs: { "CS-1": ["unknown"] },
    missing: [`${at}/phases/0/days`],
    region: 0,
    own: 0,
  },
  {
    name: "diagnosis of no day alone, no diagnosis exists",
    facts: withStructure({ phases: [noDay("diagnostic")], diagnosisExists: false }),
    differs: { "CS-1": ["unknown"] },
    missing: [`${at}/phases/0/days`],
    region: 0,
    own: 0,
  },
  ...(["diagnostic", "accompagnement"] as const).map((phase) => ({
    name: `both required, ${phase} of no day`,
    facts: withStructure({
      phases: [noDay(phase), ...(phase === "diagnostic" ? onlySupport : support(10, 900))],
      diagnosisExists: true,
    }),
    closed: { "D-11": "alternative" } as const,
    differs: { "CS-1": ["not-met"] as const },
    region: 630_000,
    own: 270_000,
  })),
  { name: "both phases, no earlier diagnosis", facts: withStructure({ diagnosisExists: false }) },
  {
    name: "both required, support alone",
    facts: withStructure({ phases: onlySupport }),
    closed: { "D-11": "alternative" },
    differs: { "CS-1": ["not-met"] },
    doubts: ["D-11"],
    region: 630_000,
    own: 270_000,
  },
  {
    name: "both required, diagnosis alone",
    facts: withStructure({ phases: support(10, 900) }),
    closed: { "D-11": "alternative" },
    differs: { "CS-1": ["not-met"] },
    region: 630_000,
    own: 270_000,
  },
  { name: "both required, both asked", facts: sound, closed: { "D-11": "alternative" } },
  {
    name: "a phase without its name",
    facts: withStructure({ phases: [{ days: 10, dailyCost: euros(900) }] }),
    differs: { "CS-1": ["unknown"] },
    missing: [`${at}/phases/0/phase`],
    region: 630_000,
    own: 270_000,
  },
  {
    name: "one of two phases without its name",
    facts: withStructure({ phases: [...support(5, 900), { days: 5, dailyCost: euros(900) }] }),
    differs: { "CS-1": ["unknown"] },
    missing: [`${at}/phases/1/phase`],
    region: 630_000,
    own: 270_000,
  },
  {
    name: "no phase",
    facts: withStructure({ phases: [] }),
    differs: { "CS-1": ["unknown"], "CS-7": ["unknown"], "CS-10": ["unknown"] },
    missing: [`${at}/phases`],
    region: null,
    own: null,
  },
  {
    name: "phases unknown",
    facts: withStructure({ phases: null }),
    differs: { "CS-1": ["unknown"], "CS-7": ["unknown"], "CS-10": ["unknown"] },
    missing: [`${at}/phases`],
    region: null,
    own: null,
  },
];

/** CS-2 and CS-3: where and what. */
const placeRows: readonly Row[] = [
  ...["14118", "27229", "50129", "61001", "76540"].map((commune) => ({
    name: `commune ${commune}`,
    facts: withStructure({ commune }),
  })),
  ...["35238", "13055", "28085", "49007", "62041", "75056", "77288", "2A004", "97411"].map((commune) => ({
    name: `commune ${commune}`,
    facts: withStructure({ commune }),
    differs: { "CS-2": ["not-met"] as const },
  })),
  {
    name: "commune unknown",
    facts: withStructure({ commune: null }),
    differs: { "CS-2": ["unknown"] },
    missing: [`${at}/commune`],
  },
  ...["14118", "27229", "50129", "61001", "76540"].flatMap((commune) => [
    { name: `head office in ${commune}`, facts: withStructure({ headOfficeCommune: commune }) },
    {
      name: `in ${commune}, head office elsewhere`,
      facts: withStructure({ commune, headOfficeCommune: "75056" }),
      doubts: ["D-12"],
    },
  ]),
  {
    name: "head office elsewhere, all places required",
    facts: withStructure({ headOfficeCommune: "75056" }),
    closed: { "D-12": "alternative" },
    differs: { "CS-2": ["not-met"] },
    doubts: ["D-12"],
  },
  {
    name: "all places required, outside but the head office",
    facts: withStructure({ commune: "75056", headOfficeCommune: "76540" }),
    closed: { "D-12": "alternative" },
    differs: { "CS-2": ["not-met"] },
  },
  { name: "all places required, no other place known", facts: sound, closed: { "D-12": "alternative" } },
  ...["14118", "27229", "50129", "61001", "76540"].map((headOfficeCommune) => ({
    name: `all places required, head office ${headOfficeCommune}`,
    facts: withStructure({ commune: headOfficeCommune, headOfficeCommune }),
    closed: { "D-12": "alternative" } as const,
  })),
  {
    name: "outside with the head office outside",
    facts: withStructure({ commune: "75056", headOfficeCommune: "75056" }),
    differs: { "CS-2": ["not-met"] },
  },
  {
    name: "another main activity",
    facts: withStructure({ mainActivityIsTraining: false, trainingKinds: ["continuing"] }),
    differs: { "CS-3": ["not-met"] },
  },
  {
    name: "main activity unknown",
    facts: withStructure({ mainActivityIsTraining: null }),
    differs: { "CS-3": ["unknown"] },
    missing: [`${at}/mainActivityIsTraining`],
  },
  { name: "no kind said", facts: withStructure({ trainingKinds: [] }) },
  { name: "both kinds", facts: withStructure({ trainingKinds: ["continuing", "apprenticeship"] }) },
  { name: "one kind", facts: withStructure({ trainingKinds: ["continuing"] }), doubts: ["D-13"] },
  { name: "the other kind", facts: withStructure({ trainingKinds: ["apprenticeship"] }), doubts: ["D-13"] },
  {
    name: "both kinds required, both given",
    facts: withStructure({ trainingKinds: ["continuing", "apprenticeship"] }),
    closed: { "D-13": "alternative" },
  },
  ...(["continuing", "apprenticeship"] as const).map((kind) => ({
    name: `both kinds required, ${kind} alone`,
    facts: withStructure({ trainingKinds: [kind] }),
    closed: { "D-13": "alternative" } as const,
    differs: { "CS-3": ["not-met"] as const },
    doubts: ["D-13"],
  })),
  {
    name: "both kinds required and given, another main activity",
    facts: withStructure({ mainActivityIsTraining: false, trainingKinds: ["continuing", "apprenticeship"] }),
    closed: { "D-13": "alternative" },
    differs: { "CS-3": ["not-met"] },
  },
  { name: "training is half of the activity", facts: withShare(0.5), doubts: ["D-13-main"] },
  { name: "training is over half of the activity", facts: withShare(0.51) },
  {
    name: "training is less than half, of another main activity",
    facts: withShare(0.3, { mainActivityIsTraining: false }),
    differs: { "CS-3": ["not-met"] },
  },
];

/** CS-4 and T9: more than five. */
const headcountRows: readonly Row[] = [
  { name: "0 employees", facts: withStructure({ headcount: 0 }), differs: { "CS-4": ["not-met"] } },
  { name: "5 employees", facts: withStructure({ headcount: 5 }), differs: { "CS-4": ["not-met"] } },
  { name: "6 employees", facts: withStructure({ headcount: 6 }) },
  {
    name: "employees unknown",
    facts: withStructure({ headcount: null }),
    differs: { "CS-4": ["unknown"] },
    missing: [`${at}/headcount`],
  },
  ...(["00", "01", "02"] as const).map((headcountBand) => ({
    name: `INSEE band ${headcountBand} alone`,
    facts: withStructure({ headcount: null, headcountBand }),
    differs: { "CS-4": ["not-met"] as const },
  })),
  ...(["03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53"] as const).map((headcountBand) => ({
    name: `INSEE band ${headcountBand} alone`,
    facts: withStructure({ headcount: null, headcountBand }),
  })),
  ...(["00", "01", "02"] as const).map((headcountBand) => ({
    name: `6 declared, INSEE band ${headcountBand}`,
    facts: withStructure({ headcount: 6, headcountBand }),
    doubts: ["D-14"],
  })),
  { name: "6 declared, INSEE band 03", facts: withStructure({ headcount: 6, headcountBand: "03" }) },
  ...(["00", "01", "02"] as const).map((headcountBand) => ({
    name: `5 declared, INSEE band ${headcountBand}`,
    facts: withStructure({ headcount: 5, headcountBand }),
    differs: { "CS-4": ["not-met"] as const },
  })),
  {
    name: "5 declared, INSEE band 03",
    facts: withStructure({ headcount: 5, headcountBand: "03" }),
    differs: { "CS-4": ["not-met"] },
    doubts: ["D-14"],
  },
  { name: "6 people, 5 full-time", facts: withStructure({ headcount: 6, headcountFte: 5 }), doubts: ["D-14"] },
  { name: "6 people, a little over 5 full-time", facts: withStructure({ headcount: 6, headcountFte: 5.1 }) },
  {
    name: "5 people, a little over 5 full-time",
    facts: withStructure({ headcount: 5, headcountFte: 5.1 }),
    differs: { "CS-4": ["not-met"] },
    doubts: ["D-14"],
  },
  {
    name: "counted full-time: a little over 5",
    facts: withStructure({ headcountFte: 5.1 }),
    closed: { "D-14": "alternative" },
  },
  { name: "6 people, 6 full-time", facts: withStructure({ headcount: 6, headcountFte: 6 }) },
  {
    name: "5 people, 5 full-time",
    facts: withStructure({ headcount: 5, headcountFte: 5 }),
    differs: { "CS-4": ["not-met"] },
  },
  {
    name: "5 people, 6 full-time",
    facts: withStructure({ headcount: 5, headcountFte: 6 }),
    differs: { "CS-4": ["not-met"] },
    doubts: ["D-14"],
  },
  {
    name: "counted full-time: 5",
    facts: withStructure({ headcountFte: 5 }),
    closed: { "D-14": "alternative" },
    differs: { "CS-4": ["not-met"] },
    doubts: ["D-14"],
  },
  { name: "counted full-time: 6", facts: withStructure({ headcountFte: 6 }), closed: { "D-14": "alternative" } },
  ...(["00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53", null] as const).map(
    (headcountBand): Row => ({
      name: `alone, INSEE band ${headcountBand}, groups counted globally`,
      facts: withStructure({ headcount: null, headcountBand }),
      closed: { "D-16": "alternative" },
      ...(headcountBand === null
        ? { differs: { "CS-4": ["unknown"] }, missing: [`${at}/headcount`] }
        : headcountBand < "03"
          ? { differs: { "CS-4": ["not-met"] } }
          : {}),
    }),
  ),
  {
    name: "alone, 6 people but 5 full-time, full-time and groups counted globally",
    facts: withStructure({ headcount: 6, headcountFte: 5 }),
    closed: { "D-14": "alternative", "D-16": "alternative" },
    differs: { "CS-4": ["not-met"] },
    doubts: ["D-14"],
  },
  {
    name: "two on an individual request, 3 full-time each, full-time and groups counted globally",
    facts: { ...together({ headcountFte: 3 }, { headcountFte: 3 }), route: "individual" },
    closed: { "D-14": "alternative", "D-16": "alternative" },
    differs: { "CS-4": ["not-met", "not-met"], "CS-6": ["not-met"] },
    doubts: ["D-14"],
    region: 1_820_000,
    own: 780_000,
  },
  {
    name: "alone, a little over 5 full-time, full-time and groups counted globally",
    facts: withStructure({ headcountFte: 5.1 }),
    closed: { "D-14": "alternative", "D-16": "alternative" },
  },
  ...(["00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53"] as const).flatMap(
    (headcountBand) => {
      const isSmall = headcountBand < "03";
      return [{}, { "D-16": "alternative" as const }].map(
        (more): Row => ({
          name: `12 declared, counted by INSEE band ${headcountBand}${"D-16" in more ? ", groups counted globally" : ""}`,
          facts: withStructure({ headcountBand }),
          closed: { "D-14": "alternative", ...more },
          ...(isSmall ? { differs: { "CS-4": ["not-met"] }, doubts: ["D-14"] } : {}),
        }),
      );
    },
  ),
  {
    name: "12 declared, INSEE band 02, counted full-time",
    facts: withStructure({ headcountFte: 6, headcountBand: "02" }),
    closed: { "D-14": "alternative" },
    doubts: ["D-14"],
  },
  {
    name: "counted full-time, groups counted globally: unknown",
    facts: sound,
    closed: { "D-14": "alternative", "D-16": "alternative" },
    differs: { "CS-4": ["unknown"] },
    missing: [`${at}/headcountFte`],
  },
  {
    name: "counted full-time: unknown",
    facts: sound,
    closed: { "D-14": "alternative" },
    differs: { "CS-4": ["unknown"] },
    missing: [`${at}/headcountFte`],
  },
];

/** CS-5: job seekers, now or by plan. */
const jobSeekersRows: readonly Row[] = [
  { name: "a plan alone", facts: withStructure({ servesJobSeekers: false, plansToServeJobSeekers: true }) },
  {
    name: "neither",
    facts: withStructure({ servesJobSeekers: false }),
    differs: { "CS-5": ["not-met"] },
  },
  { name: "serves, plan unknown", facts: withStructure({ plansToServeJobSeekers: null }) },
  {
    name: "does not serve, plan unknown",
    facts: withStructure({ servesJobSeekers: false, plansToServeJobSeekers: null }),
    differs: { "CS-5": ["unknown"] },
    missing: [`${at}/plansToServeJobSeekers`],
  },
  {
    name: "nothing known",
    facts: withStructure({ servesJobSeekers: null, plansToServeJobSeekers: null }),
    differs: { "CS-5": ["unknown"] },
    missing: [`${at}/servesJobSeekers`, `${at}/plansToServeJobSeekers`],
  },
];

/** CS-6: the three routes. */
const routeRows: readonly Row[] = [
  { name: "collective, two structures", facts: together({}, {}), region: 1_820_000, own: 780_000 },
  { name: "through an OPCO", facts: { ...sound, route: "opco" }, doubts: ["D-17"] },
  {
    name: "individual with two structures",
    facts: { ...together({}, {}), route: "individual" },
    differs: { "CS-6": ["not-met"] },
    region: 1_820_000,
    own: 780_000,
  },
  {
    name: "route unknown",
    facts: { ...sound, route: null },
    differs: { "CS-6": ["unknown"] },
    missing: ["/route"],
  },
  ...(["collective", "opco"] as const).flatMap((route) =>
    [[], null].map((structures) => ({
      name: `no structure (${structures === null ? "unknown" : "none"}), ${route}`,
      facts: { ...sound, route, structures },
      differs: Object.fromEntries(
        ["CS-1", "CS-2", "CS-3", "CS-4", "CS-5", "CS-6", "CS-7", "CS-9", "CS-10"].map((id) => [
          id,
          ["unknown"] as const,
        ]),
      ),
      missing: ["/structures"],
      doubts: route === "opco" ? ["D-17"] : [],
      region: null,
      own: null,
    })),
  ),
  {
    name: "no structure, individual",
    facts: { ...sound, structures: null },
    differs: Object.fromEntries(
      ["CS-1", "CS-2", "CS-3", "CS-4", "CS-5", "CS-6", "CS-7", "CS-9", "CS-10"].map((id) => [id, ["unknown"]]),
    ),
    missing: ["/structures"],
    region: null,
    own: null,
  },
  {
    name: "one of two too small",
    facts: together({}, { headcount: 5 }),
    differs: { "CS-4": ["met", "not-met"] },
    doubts: ["D-16"],
    region: 1_820_000,
    own: 780_000,
  },
  {
    name: "the group counted globally",
    facts: together({ headcount: 3 }, { headcount: 3 }),
    closed: { "D-16": "alternative" },
    doubts: ["D-16"],
    region: 1_820_000,
    own: 780_000,
  },
  {
    name: "the group counted globally: not enough",
    facts: together({ headcount: 2 }, { headcount: 3 }),
    closed: { "D-16": "alternative" },
    differs: { "CS-4": ["not-met", "not-met"] },
    doubts: ["D-16"],
    region: 1_820_000,
    own: 780_000,
  },
  ...(["collective", "opco"] as const).flatMap((route) =>
    [2, 2.1, 3, 3.1].map((headcountFte) => ({
      name: `${route}, full-time counted globally: 3 and ${headcountFte}`,
      facts: { ...together({ headcount: 6, headcountFte: 3 }, { headcount: 6, headcountFte }), route },
      closed: { "D-14": "alternative", "D-16": "alternative" } as const,
      ...(headcountFte === 2 || route === "opco" ? { differs: { "CS-4": ["not-met", "not-met"] as const } } : {}),
      doubts: route === "opco" ? ["D-14", "D-17"] : ["D-14"],
      region: 1_820_000,
      own: 780_000,
    })),
  ),
  {
    name: "the group counted globally: one unknown",
    facts: together({ headcount: 6 }, { headcount: null }),
    closed: { "D-16": "alternative" },
    differs: { "CS-4": ["unknown", "unknown"] },
    missing: ["/structures/1/headcount"],
    region: 1_820_000,
    own: 780_000,
  },
  {
    name: "an OPCO's structures are not counted as a group",
    facts: { ...together({ headcount: 3 }, { headcount: 3 }), route: "opco" },
    closed: { "D-16": "alternative" },
    differs: { "CS-4": ["not-met", "not-met"] },
    doubts: ["D-17"],
    region: 1_820_000,
    own: 780_000,
  },
  ...(["03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53"] as const).map((headcountBand) => ({
    name: `two together, one of INSEE's band ${headcountBand}`,
    facts: together({}, { headcount: null, headcountBand }),
    region: 1_820_000,
    own: 780_000,
  })),
  {
    name: "two together, one of unknown size",
    facts: together({}, { headcount: null }),
    differs: { "CS-4": ["met", "unknown"] },
    missing: ["/structures/1/headcount"],
    region: 1_820_000,
    own: 780_000,
  },
  {
    name: "one of two too small by INSEE's band alone",
    facts: together({}, { headcount: null, headcountBand: "02" }),
    differs: { "CS-4": ["met", "not-met"] },
    doubts: ["D-16"],
    region: 1_820_000,
    own: 780_000,
  },
  {
    name: "counted globally, yet individual for two",
    facts: { ...together({ headcount: 3 }, { headcount: 3 }), route: "individual" },
    closed: { "D-16": "alternative" },
    differs: { "CS-4": ["not-met", "not-met"], "CS-6": ["not-met"] },
    region: 1_820_000,
    own: 780_000,
  },
  ...([6, 5] as const).map((headcount) => ({
    name: `counted globally, yet individual: ${headcount}`,
    facts: withStructure({ headcount }),
    closed: { "D-16": "alternative" } as const,
    ...(headcount === 5 ? { differs: { "CS-4": ["not-met"] as const } } : null),
  })),
];

/** CS-7 to CS-10 and their doubts: amounts, in the readings of the text. */
const fundingRows: readonly Row[] = [
  { name: "a day at the ceiling", facts: withStructure({ phases: support(1, 1_000) }), region: 70_000, own: 30_000 },
  {
    name: "a cent above the ceiling",
    facts: withStructure({ phases: support(20, 1_000.01) }),
    doubts: ["D-18"],
    region: 1_400_000,
    own: 600_020,
  },
  { name: "T1", facts: withStructure({ phases: support(25, 1_000) }), region: 1_750_000, own: 750_000 },
  { name: "T2", facts: withStructure({ phases: support(25, 1_200) }), region: 1_750_000, own: 1_250_000 },
  {
    name: "T3",
    facts: withStructure({ phases: support(20, 1_200) }),
    doubts: ["D-18"],
    region: 1_400_000,
    own: 1_000_000,
  },
  {
    name: "one dear phase of two",
    facts: withStructure({ phases: [...support(5, 900), ...support(5, 1_200)] }),
    doubts: ["D-18"],
    region: 665_000,
    own: 385_000,
  },
  {
    name: "one dear structure of two",
    facts: together({ phases: support(5, 900) }, { phases: support(5, 1_200) }),
    doubts: ["D-18"],
    region: 665_000,
    own: 385_000,
  },
  {
    name: "T3 by the other reading",
    facts: withStructure({ phases: support(20, 1_200) }),
    closed: { "D-18": "alternative" },
    doubts: ["D-18"],
    region: 1_680_000,
    own: 720_000,
  },
  {
    name: "the aid of a day, by the other reading",
    facts: withStructure({ phases: support(10, 2_000) }),
    closed: { "D-18": "alternative" },
    doubts: ["D-18"],
    region: 1_000_000,
    own: 1_000_000,
  },
  { name: "T4", facts: withStructure({ phases: support(10, 800) }), region: 560_000, own: 240_000 },
  { name: "T5", facts: withStructure({ phases: support(30, 900) }), region: 1_575_000, own: 1_125_000 },
  {
    name: "T6",
    facts: withStructure({ daysAlreadyFunded: 15, aidAlreadyGranted: euros(10_500), phases: support(15, 1_000) }),
    doubts: ["D-20"],
    region: 700_000,
    own: 800_000,
  },
  {
    name: "T7",
    facts: withStructure({ daysAlreadyFunded: 20, aidAlreadyGranted: euros(7_000), phases: support(10, 1_000) }),
    doubts: ["D-20"],
    region: 350_000,
    own: 650_000,
  },
  {
    name: "T7 by calendar year",
    facts: withStructure({ daysAlreadyFunded: 20, aidAlreadyGranted: euros(7_000), phases: support(10, 1_000) }),
    closed: { "D-20": "alternative" },
    doubts: ["D-20"],
    region: 700_000,
    own: 300_000,
  },
  {
    name: "T8",
    facts: together(
      { phases: support(10, 1_000) },
      { phases: support(10, 1_000) },
      { phases: support(10, 1_000), daysAlreadyFunded: 18 },
    ),
    doubts: ["D-20"],
    region: 1_890_000,
    own: 1_110_000,
  },
  {
    name: "more already granted than days tell",
    facts: withStructure({ daysAlreadyFunded: 10, aidAlreadyGranted: euros(17_000), phases: support(10, 1_000) }),
    doubts: ["D-20"],
    region: 50_000,
    own: 950_000,
  },
  { name: "half a day", facts: withStructure({ phases: support(2.5, 333.33) }), region: 58_332, own: 25_000 },
  {
    name: "half a day left",
    facts: withStructure({ daysAlreadyFunded: 24.5, phases: support(1, 1_000) }),
    doubts: ["D-20"],
    region: 35_000,
    own: 65_000,
  },
  {
    name: "all days used",
    facts: withStructure({ daysAlreadyFunded: 25 }),
    doubts: ["D-20"],
    ...nothingPaid,
  },
  {
    name: "more than all days used",
    facts: withStructure({ daysAlreadyFunded: 40 }),
    doubts: ["D-20"],
    ...nothingPaid,
  },
  {
    name: "all days used before the civil year, counted by it",
    facts: withStructure({ daysAlreadyFunded: 25, daysFundedThisYear: 0 }),
    closed: { "D-20": "alternative" },
    doubts: ["D-20"],
  },
  {
    name: "all days used in the civil year, counted by it",
    facts: withStructure({ daysAlreadyFunded: 25, daysFundedThisYear: 25 }),
    closed: { "D-20": "alternative" },
    doubts: ["D-20"],
    ...nothingPaid,
  },
  {
    name: "half a day left of the civil year, counted by it",
    facts: withStructure({ daysAlreadyFunded: 25, daysFundedThisYear: 24.5, phases: support(1, 1_000) }),
    closed: { "D-20": "alternative" },
    doubts: ["D-20"],
    region: 35_000,
    own: 65_000,
  },
  {
    name: "days used unknown, counted by the civil year",
    facts: withStructure({ daysAlreadyFunded: null }),
    closed: { "D-20": "alternative" },
    differs: { "CS-9": ["unknown"] },
    missing: [`${at}/daysAlreadyFunded`],
  },
  {
    name: "days of the earlier version, counted since 2020",
    facts: withStructure({ daysFundedSince2020: 20 }),
    closed: { "D-20-2020": "alternative" },
    doubts: ["D-20-2020"],
    region: 350_000,
    own: 950_000,
  },
  {
    name: "half a day of the earlier version",
    facts: withStructure({ daysFundedSince2020: 0.5 }),
    doubts: ["D-20-2020"],
  },
  { name: "no day of the earlier version", facts: withStructure({ daysFundedSince2020: 0 }) },
  {
    name: "one of two has used all its days",
    facts: together({ daysAlreadyFunded: 25 }, {}),
    doubts: ["D-20"],
    region: 910_000,
    own: 1_690_000,
  },
  {
    name: "one of two has used all its days of the civil year, counted by it",
    facts: together({ daysAlreadyFunded: 25, daysFundedThisYear: 25 }, { daysFundedThisYear: 24.5 }),
    closed: { "D-20": "alternative" },
    doubts: ["D-20"],
    region: 910_000,
    own: 1_690_000,
  },
  {
    name: "half a day used",
    facts: withStructure({ daysAlreadyFunded: 0.5 }),
    doubts: ["D-20"],
  },
  {
    name: "days used unknown",
    facts: withStructure({ daysAlreadyFunded: null }),
    differs: { "CS-9": ["unknown"] },
    missing: [`${at}/daysAlreadyFunded`],
  },
  {
    name: "the cheapest days are dropped, whatever their order",
    facts: withStructure({
      phases: [
        { phase: "accompagnement", days: 20, dailyCost: euros(600) },
        { phase: "diagnostic", days: 15, dailyCost: euros(900) },
      ],
    }),
    region: 1_365_000,
    own: 1_185_000,
  },
  {
    name: "two prices above the ceiling are worth the same",
    facts: withStructure({
      phases: [
        { phase: "diagnostic", days: 15, dailyCost: euros(1_100) },
        { phase: "accompagnement", days: 20, dailyCost: euros(1_500) },
      ],
    }),
    region: 1_750_000,
    own: 2_900_000,
  },
  {
    name: "zero days at an unknown price",
    facts: withStructure({ phases: [...support(10, 900), { phase: "accompagnement", days: 0 }] }),
    region: 630_000,
    own: 270_000,
  },
  {
    name: "days at an unknown price",
    facts: withStructure({ phases: [{ phase: "diagnostic", days: 5 }] }),
    differs: { "CS-7": ["unknown"] },
    missing: [`${at}/phases/0/dailyCost`],
    region: null,
    own: null,
  },
  {
    name: "one of two prices unknown",
    facts: withStructure({ phases: [...support(5, 900), { phase: "diagnostic", days: 5 }] }),
    differs: { "CS-7": ["unknown"] },
    missing: [`${at}/phases/1/dailyCost`],
    region: null,
    own: null,
  },
  {
    name: "an unknown number of days",
    facts: withStructure({ phases: [{ phase: "diagnostic", dailyCost: euros(500) }] }),
    differs: { "CS-7": ["unknown"] },
    missing: [`${at}/phases/0/days`],
    region: null,
    own: null,
  },
  {
    name: "half a day at an unknown price",
    facts: withStructure({ phases: [{ phase: "diagnostic", days: 0.5 }] }),
    differs: { "CS-7": ["unknown"] },
    missing: [`${at}/phases/0/dailyCost`],
    region: null,
    own: null,
  },
  {
    name: "other public funding within the rest",
    facts: { ...sound, otherPublicFunding: euros(3_900) },
    doubts: ["D-19"],
    own: 0,
  },
  {
    name: "a cent of other public funding",
    facts: { ...sound, otherPublicFunding: euros(0.01) },
    doubts: ["D-19"],
    own: 389_999,
  },
  {
    name: "other public funding beyond the rest",
    facts: { ...sound, otherPublicFunding: euros(6_000) },
    doubts: ["D-19"],
    region: 700_000,
    own: 0,
  },
  {
    name: "other public funding pays all",
    facts: { ...sound, otherPublicFunding: euros(20_000) },
    doubts: ["D-19"],
    region: 0,
    own: 0,
  },
  {
    name: "the share of what is really borne",
    facts: { ...sound, otherPublicFunding: euros(3_000) },
    closed: { "D-19": "alternative" },
    doubts: ["D-19"],
    region: 700_000,
    own: 300_000,
  },
  ...[
    [4_000, 1_400_000, 600_000],
    [20_000, 280_000, 120_000],
  ].map(([other = 0, region = 0, own = 0]) => ({
    name: `the share of what is really borne of dearer days: ${other} paid by others`,
    facts: { ...withStructure({ phases: support(20, 1_200) }), otherPublicFunding: euros(other) },
    closed: { "D-19": "alternative" } as const,
    doubts: ["D-19"],
    region,
    own,
  })),
  {
    name: "other public funding unknown",
    facts: { ...sound, otherPublicFunding: null },
    differs: { "CS-8": ["unknown"] },
    missing: ["/otherPublicFunding"],
  },
  {
    name: "days in common",
    facts: { ...together({}, {}), daysAreShared: true },
    doubts: ["D-21"],
    region: 1_820_000,
    own: 780_000,
  },
  {
    name: "days in common, each counted whole",
    facts: {
      ...together({ daysAttended: 30, phases: support(15, 1_000) }, { daysAttended: 15, phases: support(15, 1_000) }),
      daysAreShared: true,
    },
    closed: { "D-21": "alternative" },
    doubts: ["D-21"],
    region: 1_925_000,
    own: 1_075_000,
  },
  {
    name: "days in common, each structure's share",
    facts: {
      ...together({ daysAttended: 30, phases: support(15, 1_000) }, { daysAttended: 15, phases: support(15, 1_000) }),
      daysAreShared: true,
    },
    doubts: ["D-21"],
    region: 2_100_000,
    own: 900_000,
  },
  { name: "no day in common", facts: { ...together({}, {}), daysAreShared: false }, region: 1_820_000, own: 780_000 },
  { name: "a public buyer", facts: withStructure({ isPublicBuyer: true }), doubts: ["D-22"] },
  { name: "no public buyer", facts: withStructure({ isPublicBuyer: false }) },
  { name: "not begun", facts: { ...sound, workStarted: false } },
  {
    name: "begun",
    facts: { ...sound, workStarted: true },
    differs: { "CS-10": ["to-assess"] },
    doubts: ["D-25"],
  },
  {
    name: "begun, by the strict reading",
    facts: { ...sound, workStarted: true },
    closed: { "D-25": "alternative" },
    differs: { "CS-10": ["not-met"] },
    doubts: ["D-25"],
  },
  { name: "not known to have begun, by the strict reading", facts: sound, closed: { "D-25": "alternative" } },
  {
    name: "a phase that begins the day before",
    facts: withStructure({ phases: support(10, 900, { startsOn: day("2026-03-01") }) }),
    differs: { "CS-10": ["to-assess"] },
    doubts: ["D-25"],
    region: 630_000,
    own: 270_000,
  },
  {
    name: "one phase of two begins the day before",
    facts: withStructure({
      phases: [
        ...support(5, 900, { startsOn: day("2026-04-01") }),
        ...support(5, 900, { startsOn: day("2026-03-01") }),
      ],
    }),
    differs: { "CS-10": ["to-assess"] },
    doubts: ["D-25"],
    region: 630_000,
    own: 270_000,
  },
  {
    name: "a phase of one structure of two begins the day before",
    facts: together(
      { phases: support(5, 900, { startsOn: day("2026-04-01") }) },
      { phases: support(5, 900, { startsOn: day("2026-03-01") }) },
    ),
    differs: { "CS-10": ["to-assess"] },
    doubts: ["D-25"],
    region: 630_000,
    own: 270_000,
  },
  ...[0, 1].flatMap((early) =>
    [0, 1].map(
      (structureEarly): Row => ({
        name: `phase ${early} of structure ${structureEarly} begins the day before, by the strict reading`,
        facts: together(
          ...[0, 1].map((index) => ({
            phases: [0, 1].flatMap((phase) =>
              support(5, 900, {
                startsOn: day(index === structureEarly && phase === early ? "2026-03-01" : "2026-04-01"),
              }),
            ),
          })),
        ),
        closed: { "D-25": "alternative" },
        differs: { "CS-10": ["not-met"] },
        doubts: ["D-25"],
        region: 1_260_000,
        own: 540_000,
      }),
    ),
  ),
  ...[null, false].map((workStarted) => ({
    name: `a phase that begins the day before, begun ${workStarted}, by the strict reading`,
    facts: { ...withStructure({ phases: support(10, 900, { startsOn: day("2026-03-01") }) }), workStarted },
    closed: { "D-25": "alternative" } as const,
    differs: { "CS-10": ["not-met"] as const },
    doubts: ["D-25"],
    region: 630_000,
    own: 270_000,
  })),
  ...(["default", "alternative"] as const).map((reading) => ({
    name: `one phase begins the same day, of another it is not known, ${reading} reading`,
    facts: withStructure({
      phases: [...support(5, 900), ...support(5, 900, { startsOn: day("2026-03-02") })],
    }),
    closed: { "D-25": reading },
    region: 630_000,
    own: 270_000,
  })),
  {
    name: "a phase that begins the same day",
    facts: withStructure({ phases: support(10, 900, { startsOn: day("2026-03-02") }) }),
    region: 630_000,
    own: 270_000,
  },
];

const young = withProvider({ createdOn: day("2023-07-20") });
const youngFrom = (startsOn: string): ConsultingFacts => ({
  ...young,
  structures: [{ ...structure, phases: support(10, 900, { startsOn: day(startsOn) }) }],
});

/** CS-11 to CS-17: the provider. */
const providerRows: readonly Row[] = [
  { name: "T10, three years to the day", facts: young, today: "2026-07-20" },
  { name: "T10, a day short", facts: young, today: "2026-07-19", differs: { "CS-11": ["not-met"] } },
  {
    name: "born on 29 February",
    facts: withProvider({ createdOn: day("2024-02-29") }),
    today: "2027-02-28",
  },
  {
    name: "born on 29 February, a day short",
    facts: withProvider({ createdOn: day("2024-02-29") }),
    today: "2027-02-27",
    differs: { "CS-11": ["not-met"] },
  },
  {
    name: "not born yet",
    facts: withProvider({ createdOn: day("2027-01-01") }),
    differs: { "CS-11": ["not-met"] },
  },
  {
    name: "birth unknown",
    facts: withProvider({ createdOn: null }),
    differs: { "CS-11": ["unknown"] },
    missing: ["/provider/createdOn"],
  },
  {
    name: "three years at the start of the mission, not when filing",
    facts: youngFrom("2026-07-20"),
    today: "2026-07-19",
    differs: { "CS-11": ["not-met"] },
    doubts: ["D-23"],
    region: 630_000,
    own: 270_000,
  },
  {
    name: "one phase too early for it",
    facts: {
      ...young,
      structures: [
        {
          ...structure,
          phases: [
            ...support(5, 900, { startsOn: day("2026-07-19") }),
            ...support(5, 900, { startsOn: day("2026-07-20") }),
          ],
        },
      ],
    },
    today: "2026-07-19",
    differs: { "CS-11": ["not-met"] },
    region: 630_000,
    own: 270_000,
  },
  {
    name: "one structure too early for it",
    facts: {
      ...young,
      route: "collective",
      structures: ["2026-07-19", "2026-07-20"].map((from) => ({
        ...structure,
        phases: support(5, 900, { startsOn: day(from) }),
      })),
    },
    today: "2026-07-19",
    differs: { "CS-11": ["not-met"] },
    region: 630_000,
    own: 270_000,
  },
  {
    name: "three years when filing raises no doubt",
    facts: youngFrom("2026-07-21"),
    today: "2026-07-20",
    region: 630_000,
    own: 270_000,
  },
  {
    name: "counted at the start of the mission",
    facts: youngFrom("2026-07-20"),
    today: "2026-07-19",
    closed: { "D-23": "alternative" },
    doubts: ["D-23"],
    region: 630_000,
    own: 270_000,
  },
  {
    name: "counted at the start of the mission, one too early",
    facts: {
      ...young,
      route: "collective",
      structures: [
        { ...structure, phases: support(5, 900, { startsOn: day("2026-07-20") }) },
        {
          ...structure,
          phases: [
            ...support(5, 900, { startsOn: day("2026-07-20") }),
            ...support(5, 900, { startsOn: day("2026-07-19") }),
          ],
        },
      ],
    },
    today: "2026-07-19",
    closed: { "D-23": "alternative" },
    differs: { "CS-11": ["not-met"] },
    region: 945_000,
    own: 405_000,
  },
  {
    name: "one consultant a tenth short",
    facts: withProvider({ consultants: [{ yearsOfExperience: 5 }, { yearsOfExperience: 1.9 }] }),
    differs: { "CS-12": ["not-met"] },
  },
  {
    name: "one consultant not known, one short",
    facts: withProvider({ consultants: [{ yearsOfExperience: null }, { yearsOfExperience: 1 }] }),
    differs: { "CS-12": ["not-met"] },
  },
  {
    name: "one consultant not known",
    facts: withProvider({ consultants: [{ yearsOfExperience: 5 }, {}] }),
    differs: { "CS-12": ["unknown"] },
    missing: ["/provider/consultants/1/yearsOfExperience"],
  },
  {
    name: "no consultant named",
    facts: withProvider({ consultants: [] }),
    differs: { "CS-12": ["unknown"] },
    missing: ["/provider/consultants"],
  },
  { name: "no capacity", facts: withProvider({ hasCapacity: false }), differs: { "CS-13": ["not-met"] } },
  {
    name: "capacity unknown",
    facts: withProvider({ hasCapacity: null }),
    differs: { "CS-13": ["unknown"] },
    missing: ["/provider/hasCapacity"],
  },
  { name: "no field", facts: withProvider({ fields: [] }), differs: { "CS-14": ["not-met"] } },
  { name: "another field", facts: withProvider({ fields: ["médiation"] }) },
  {
    name: "field unknown",
    facts: withProvider({ fields: null }),
    differs: { "CS-14": ["unknown"] },
    missing: ["/provider/fields"],
  },
  { name: "subcontracting", facts: withProvider({ subcontracts: true }), differs: { "CS-15": ["not-met"] } },
  {
    name: "subcontracting with a partner under contract",
    facts: withProvider({ subcontracts: true, partnerBody: "contracted" }),
    differs: { "CS-15": ["not-met"] },
    doubts: ["D-24"],
  },
  { name: "a partner under contract", facts: withProvider({ partnerBody: "contracted" }), doubts: ["D-24"] },
  {
    name: "a partner without contract",
    facts: withProvider({ partnerBody: "uncontracted" }),
    differs: { "CS-15": ["not-met"] },
  },
  {
    name: "a partner without contract, subcontracting unknown",
    facts: withProvider({ subcontracts: null, partnerBody: "uncontracted" }),
    differs: { "CS-15": ["not-met"] },
  },
  {
    name: "subcontracting, partner unknown",
    facts: withProvider({ subcontracts: true, partnerBody: null }),
    differs: { "CS-15": ["not-met"] },
  },
  {
    name: "subcontracting unknown",
    facts: withProvider({ subcontracts: null }),
    differs: { "CS-15": ["unknown"] },
    missing: ["/provider/subcontracts"],
  },
  {
    name: "partner unknown",
    facts: withProvider({ partnerBody: null }),
    differs: { "CS-15": ["unknown"] },
    missing: ["/provider/partnerBody"],
  },
  {
    name: "no committees",
    facts: withProvider({ joinsMonitoringCommittees: false }),
    differs: { "CS-16": ["not-met"] },
  },
  {
    name: "committees unknown",
    facts: withProvider({ joinsMonitoringCommittees: null }),
    differs: { "CS-16": ["unknown"] },
    missing: ["/provider/joinsMonitoringCommittees"],
  },
  { name: "no deliverables", facts: withProvider({ providesDeliverables: false }), differs: { "CS-17": ["not-met"] } },
  {
    name: "deliverables unknown",
    facts: withProvider({ providesDeliverables: null }),
    differs: { "CS-17": ["unknown"] },
    missing: ["/provider/providesDeliverables"],
  },
  {
    name: "provider unknown",
    facts: { ...sound, provider: null },
    differs: Object.fromEntries(
      ["CS-10", "CS-11", "CS-12", "CS-13", "CS-14", "CS-15", "CS-16", "CS-17"].map((id) => [id, ["unknown"]]),
    ),
    missing: [
      "createdOn",
      "consultants",
      "hasCapacity",
      "fields",
      "subcontracts",
      "partnerBody",
      "joinsMonitoringCommittees",
      "providesDeliverables",
    ].map((name) => `/provider/${name}`),
  },
];

/** CS-10: one thing told of a phase, and one of the provider, present them. */
const presentedRows: readonly Row[] = [
  ...Object.entries({ ...provider, consultants: [{ yearsOfExperience: 5 }] }).map(([name, value]): Row => {
    const others = Object.keys(provider).filter((other) => other !== name);
    const criteria = ["CS-11", "CS-12", "CS-13", "CS-14", "CS-15", "CS-15", "CS-16", "CS-17"];
    const own = criteria[Object.keys(provider).indexOf(name)] ?? "";
    return {
      name: `nothing of the provider but ${name}`,
      facts: { ...sound, provider: { [name]: value } },
      differs: Object.fromEntries(
        criteria.filter((id) => id !== own || id === "CS-15").map((id) => [id, ["unknown"] as const]),
      ),
      missing: others.map((other) => `/provider/${other}`),
    };
  }),
  ...[{ phase: "diagnostic" as const }, { days: 5 }, { dailyCost: euros(900) }, { startsOn: day("2026-03-02") }].map(
    (phase): Row => {
      const missing = ["phase", "days", "dailyCost"].filter((name) => !(name in phase));
      return {
        name: `nothing of the phases but ${Object.keys(phase).join()}`,
        facts: withStructure({ phases: [{}, phase] }),
        differs: { "CS-1": ["unknown"], "CS-7": ["unknown"] },
        missing: ["phase", "days", "dailyCost"]
          .map((name) => `${at}/phases/0/${name}`)
          .concat(missing.map((name) => `${at}/phases/1/${name}`)),
        region: null,
        own: null,
      };
    },
  ),
  {
    name: "nothing of one structure's phases",
    facts: together({}, { phases: [] }),
    differs: { "CS-1": ["met", "unknown"], "CS-7": ["met", "unknown"] },
    missing: ["/structures/1/phases"],
    region: null,
    own: null,
  },
  {
    name: "a phase of which nothing is told",
    facts: withStructure({ phases: [{}] }),
    differs: { "CS-1": ["unknown"], "CS-7": ["unknown"], "CS-10": ["unknown"] },
    missing: ["phase", "days", "dailyCost", "startsOn"].map((name) => `${at}/phases/0/${name}`),
    region: null,
    own: null,
  },
  {
    name: "a provider of which nothing is told",
    facts: { ...sound, provider: {} },
    differs: Object.fromEntries(
      ["CS-10", "CS-11", "CS-12", "CS-13", "CS-14", "CS-15", "CS-16", "CS-17"].map((id) => [id, ["unknown"]]),
    ),
    missing: Object.keys(provider).map((name) => `/provider/${name}`),
  },
  {
    name: "nothing at all",
    facts: {},
    differs: Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17].map((id) => [`CS-${id}`, ["unknown"]]),
    ),
    missing: [
      "/structures",
      "/route",
      "/otherPublicFunding",
      ...Object.keys(provider).map((name) => `/provider/${name}`),
    ],
    region: null,
    own: null,
  },
];

export const rows: readonly Row[] = [
  { name: "the sound request", facts: sound },
  ...phaseRows,
  ...placeRows,
  ...headcountRows,
  ...jobSeekersRows,
  ...routeRows,
  ...fundingRows,
  ...presentedRows,
  ...presentedRows.map((row) => ({
    ...row,
    name: `${row.name}, by the strict reading`,
    closed: { "D-25": "alternative" } as const,
  })),
  ...providerRows,
];
