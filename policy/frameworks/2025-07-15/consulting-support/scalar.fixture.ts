import type { ConsultingFacts } from "./facts.ts";

/** An individual request flattened to scalars, for engines that know no lists: two phases and two consultants at most. */
export interface ScalarApplication {
  readonly route: string | null;
  readonly department: string | null;
  readonly mainActivityIsTraining: boolean | null;
  readonly headcount: number | null;
  readonly servesJobSeekers: boolean | null;
  readonly plansToServeJobSeekers: boolean | null;
  readonly daysAlreadyFunded: number | null;
  readonly diagnosisExists: boolean | null;
  readonly workStarted: boolean | null;
  readonly phase1: string | null;
  readonly phase2: string | null;
  readonly startsOn1: string | null;
  readonly startsOn2: string | null;
  readonly days1: number | null;
  readonly days2: number | null;
  /** Euros. */
  readonly cost1: number | null;
  readonly cost2: number | null;
  readonly createdOn: string | null;
  readonly years1: number | null;
  readonly years2: number | null;
  readonly hasCapacity: boolean | null;
  readonly fieldCount: number | null;
  readonly subcontracts: boolean | null;
  readonly partnerBody: string | null;
  readonly joinsMonitoringCommittees: boolean | null;
  readonly providesDeliverables: boolean | null;
  /** Euros. */
  readonly otherPublicFunding: number | null;
}

/** The flattened request; null where it has more structures, phases or consultants than scalars can hold. */
export function scalarOf(facts: ConsultingFacts): ScalarApplication | null {
  const [structure, ...others] = facts.structures ?? [];
  const phases = structure?.phases ?? [];
  const consultants = facts.provider?.consultants ?? [];
  if (structure === undefined || others.length > 0 || phases.length > 2 || consultants.length > 2) return null;
  const [first, second] = phases;
  const [one, two] = consultants;
  const { provider } = facts;
  const euros = (amount: number | null | undefined) => (amount == null ? null : amount / 100);
  return {
    route: facts.route ?? null,
    department: structure.commune?.slice(0, 2) ?? null,
    mainActivityIsTraining: structure.mainActivityIsTraining ?? null,
    headcount: structure.headcount ?? null,
    servesJobSeekers: structure.servesJobSeekers ?? null,
    plansToServeJobSeekers: structure.plansToServeJobSeekers ?? null,
    daysAlreadyFunded: structure.daysAlreadyFunded ?? null,
    diagnosisExists: structure.diagnosisExists ?? null,
    workStarted: facts.workStarted ?? null,
    phase1: first?.phase ?? null,
    phase2: second?.phase ?? null,
    startsOn1: first?.startsOn ?? null,
    startsOn2: second?.startsOn ?? null,
    days1: first?.days ?? null,
    cost1: euros(first?.dailyCost),
    days2: second === undefined ? 0 : (second.days ?? null),
    cost2: second === undefined ? 0 : euros(second.dailyCost),
    createdOn: provider?.createdOn ?? null,
    years1: one?.yearsOfExperience ?? null,
    years2: two === undefined ? (one?.yearsOfExperience ?? null) : (two.yearsOfExperience ?? null),
    hasCapacity: provider?.hasCapacity ?? null,
    fieldCount: provider?.fields?.length ?? null,
    subcontracts: provider?.subcontracts ?? null,
    partnerBody: provider?.partnerBody ?? null,
    joinsMonitoringCommittees: provider?.joinsMonitoringCommittees ?? null,
    providesDeliverables: provider?.providesDeliverables ?? null,
    otherPublicFunding: euros(facts.otherPublicFunding),
  };
}
