import type { Framework } from "./engine/framework/scheme.ts";
import type { Territory } from "./engine/framework/territory.ts";
import type { Day } from "./engine/values/day.ts";
import { framework20250715 } from "./frameworks/2025-07-15/framework.ts";
import { territory as ofText } from "./frameworks/2025-07-15/territory.ts";

/** Every version of the framework, the oldest first. Old ones stay readable and runnable (GOV-1). */
export const frameworks: readonly Framework[] = [framework20250715];

/** Where the strategy applies, as its newest version says: pages name the territory and its bodies by it alone. */
export const territory: Territory = ofText;

/** The version in force on a day (GOV-1, D-01): the day of filing decides. Null before the first one that is known. */
export function frameworkInForceOn(day: Day): Framework | null {
  return frameworks.findLast((framework) => framework.inForceFrom <= day) ?? null;
}

/** The same for a day on which the service runs: one version at least is in force by then. */
export function frameworkOn(day: Day): Framework {
  const found = frameworkInForceOn(day);
  if (found === null) throw new RangeError(`no version of the framework is in force on ${day}`);
  return found;
}

/** A version by its name (`2025-07-15`); null where unknown. */
export function frameworkByVersion(version: string): Framework | null {
  return frameworks.find((framework) => framework.version === version) ?? null;
}

export { type Deliberation, isForceKnown, sayDeliberation } from "./engine/framework/deliberation.ts";
export { type Followed, type Fork, follow, longest, type Oriented, type Way } from "./engine/framework/orientation.ts";
export type { AxisId, Figure, Passage } from "./engine/framework/presented.ts";
export type { Carrier, CarrierKind, Provisions, Statement, StatementPart } from "./engine/framework/provision.ts";
export type { Axis, Framework, InformationScheme, OpenScheme, Scheme, Told } from "./engine/framework/scheme.ts";
export { isValidOn, type Source, type SourceNature } from "./engine/framework/source.ts";
export { type Tag, type TagFamily, type TagKind, type TransitionWord, tagsOfKind } from "./engine/framework/tag.ts";
export type {
  AgreementArticle,
  AgreementParts,
  Block,
  ToAgree,
  VotedLine,
  VotedParty,
} from "./engine/grants/agreement.ts";
export { type Asking, type AskingRoute, routeBegunBy, routeIn, routeNamed } from "./engine/grants/asking.ts";
export type { Assessment, Funding, PointToJudge } from "./engine/grants/assessment.ts";
export { type CashPlan, monthsBetween } from "./engine/grants/cash-plan.ts";
export {
  type Consortium,
  isShared,
  PARTNER_ID,
  type PartHere,
  partAnswers,
  partAt,
  partOf,
  partsIn,
  sharedRaw,
  withoutTies,
} from "./engine/grants/consortium.ts";
export type { CostColumn, CostSheet, LineResult, TableColumn } from "./engine/grants/costs.ts";
export type { Counted } from "./engine/grants/counted.ts";
export type { Course, OutsideSelection, Seen, Terms } from "./engine/grants/declared.ts";
export type { Ceiling, ComputationStep, PartyFunding, SourceShare } from "./engine/grants/figures.ts";
export { countedOn, type GridLine, gridLines, type JudgedGridLine, type ScoredGridLine } from "./engine/grants/grid.ts";
export { linesIn, pathOfLine, withLines } from "./engine/grants/lines.ts";
export type { Neighbours } from "./engine/grants/neighbours.ts";
export { type OwnCriterion, ownFacts, withOwnCriteria } from "./engine/grants/own-criteria.ts";
export {
  fundedIn,
  fundedRule,
  fundedSirens,
  type HadByMeasure,
  linkedSirens,
  type PartyHere,
  partiesIn,
  partyPath,
  withHad,
} from "./engine/grants/parties.ts";
export { FUNDER, type Payer, paidBeside, payerOf } from "./engine/grants/payers.ts";
export type { Stretch } from "./engine/grants/pictured.ts";
export type { EvaluationContext } from "./engine/grants/reckon.ts";
export { termErrors } from "./engine/grants/terms.ts";
export {
  decidedAnswers,
  type OtherTrack,
  type TrackDecision,
  type TrackState,
  type TrackStatus,
  trackIn,
  trackPaths,
} from "./engine/grants/track.ts";
export type { Wire } from "./engine/grants/wire.ts";
export type { NothingToFund, SchemeWords } from "./engine/grants/words.ts";
export { grantedInYears, linkedIn, type RegimeStanding, receivedIn, regimeStanding } from "./engine/law/aid-regimes.ts";
export type { CountedAid, GrantedAid } from "./engine/law/counted-aids.ts";
export {
  AGREEMENT_ABOVE,
  type AgreementNeed,
  agreementNeed,
  type YearlyAid,
  yearlyAid,
} from "./engine/law/yearly-aid.ts";
export {
  type AskedHere,
  type DocumentHere,
  documentsOf,
  isRequired,
  labelHere,
  mayGrow,
  questionsOf,
  readRaw,
  valueAtPath,
  visibilityOf,
} from "./engine/questions/answers.ts";
export { type Change, changesBetween } from "./engine/questions/changes.ts";
export { type Difference, differences, formatAnswer, writeTyped } from "./engine/questions/differences.ts";
export {
  asker,
  type Control,
  type Declaration,
  type DocumentAsked,
  type Form,
  type Group,
  type Item,
  type Option,
  type PaperSpecimen,
  type Prefill,
  type Question,
  type Required,
  type Section,
} from "./engine/questions/form.ts";
export {
  type Advice,
  type Destination,
  type Dimension,
  type Instrument,
  type Level,
  type Levels,
  levelsOf,
  middleOf,
} from "./engine/questions/instrument.ts";
export type { JsonSchema } from "./engine/questions/json-schema.ts";
export { type Missing, missingAnswers } from "./engine/questions/missing.ts";
export { type Parsed, type ParseError, parseRecord } from "./engine/questions/parse.ts";
export {
  addItem,
  insertItem,
  itemCount,
  itemValues,
  pathOf,
  pointerOf,
  type Raw,
  removeItem,
} from "./engine/questions/raw.ts";
export { readTyped } from "./engine/questions/typed.ts";
export { type UnmetHere, unmetIn } from "./engine/questions/unmet.ts";
export type { ClosedDoubts, Criterion, CriterionResult } from "./engine/rules/criterion.ts";
export type { Doubt, OpenDoubt } from "./engine/rules/doubt.ts";
export type { Eligibility } from "./engine/rules/eligibility.ts";
export type { Trace } from "./engine/rules/explain.ts";
export { type Path, refs } from "./engine/rules/expression.ts";
export { factsOf } from "./engine/rules/reads.ts";
export type { Status } from "./engine/rules/truth.ts";
export { addYears, type Day, day, parseDay } from "./engine/values/day.ts";
export {
  calendarDay,
  choice,
  choices,
  integer,
  type ListOf,
  listOf,
  money,
  type RecordOf,
  record,
  type Scalar,
  share,
  text,
  type Value,
  type ValueOf,
  type Values,
  yesNo,
} from "./engine/values/field.ts";
export { sayDay, sayDays, sayMoney, sayNumber } from "./engine/values/french.ts";
export { canonicalJson, sha256 } from "./engine/values/hash.ts";
export { headcountBands } from "./engine/values/headcount-bands.ts";
export { cents, euros, type Money, parseDecimalMoney, partsOf, shareOf, toDecimal } from "./engine/values/money.ts";
export { type Reachable, readEmail, readPhone } from "./engine/values/reachable.ts";
export {
  compactNumber,
  isSiren,
  isSiret,
  readDigits,
  readSiren,
  readSiret,
  sirenOf,
} from "./engine/values/registered-number.ts";
export { ISO_DAY_PATTERN, readIsoDay, readWrittenDay } from "./engine/values/written-day.ts";
export type { ConsultingAnswers } from "./frameworks/2025-07-15/consulting-support/answers.ts";
export type { ConsultingFacts, PhaseFacts, StructureFacts } from "./frameworks/2025-07-15/consulting-support/facts.ts";
export { eventKinds, workshopKinds } from "./frameworks/2025-07-15/events/kinds.ts";
export {
  coldEvaluation,
  eventSurvey,
  hotEvaluation,
} from "./frameworks/2025-07-15/professional-training/evaluation.ts";
export { jobFamilies } from "./frameworks/2025-07-15/professional-training/job-families.ts";
export {
  type CourseCode,
  courseCodes,
  entryLevels,
  pathways,
  teachingModes,
} from "./frameworks/2025-07-15/professional-training/lheo.ts";
export {
  type CostBase,
  costBases,
  type RemainingCost,
  type RemainingCostRule,
  remainingCost,
  type SeatCosts,
} from "./frameworks/2025-07-15/professional-training/remaining-cost.ts";
export { referenceYear } from "./frameworks/2025-07-15/professional-training/year.ts";
export { transitions } from "./frameworks/2025-07-15/references.ts";
export { categoryOf } from "./frameworks/2025-07-15/transitions/legal-categories.ts";
