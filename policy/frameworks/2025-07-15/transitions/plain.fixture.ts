import type { CostFacts, TransitionFacts } from "./facts.ts";

/** The lines and the money of 2.c in plain functions: another hand, to compare and to measure against. */

export type PlainCode = 0 | 1 | 2 | 3;
const [YES, JUDGE, ASK, NO] = [0, 1, 2, 3] as const;

const worst = (codes: readonly PlainCode[]): PlainCode => {
  let found: PlainCode = YES;
  for (const code of codes) if (code > found) found = code;
  return found;
};
const yesOrNo = (value: boolean): PlainCode => (value ? YES : NO);

function timeOf(line: CostFacts, all: readonly CostFacts[]): PlainCode {
  const inHours = line.hours != null && line.ownHours != null;
  const mates =
    line.person == null
      ? [line]
      : all.filter(
          (one) =>
            one.heading === "staff" &&
            one.person === line.person &&
            (inHours
              ? one.hours != null && one.ownHours === line.ownHours
              : (one.hours == null || one.ownHours == null) && one.timeShare != null),
        );
  const whole = inHours ? Math.round((line.ownHours ?? 0) * 1e6) : 1e6;
  const read = (one: CostFacts) => Math.round(((inHours ? one.hours : one.timeShare) ?? 0) * 1e6);
  if (!inHours && line.timeShare == null) return ASK;
  let spent = 0;
  for (const one of mates) spent += read(one);
  return spent * 10 > whole ? YES : spent * 10 === whole ? JUDGE : NO;
}

function activityOf({ activity }: CostFacts): PlainCode {
  if (activity == null) return ASK;
  if (activity === "engineering" || activity === "dissemination") return YES;
  return activity === "teaching" ? NO : JUDGE;
}

function bearerOf({ bornBy }: CostFacts, { partners }: TransitionFacts): PlainCode {
  if (bornBy != null) return yesOrNo(bornBy === "lead");
  if (partners == null || partners.length === 0) return ASK;
  return partners.every(({ role }) => role === "lead") ? YES : ASK;
}

function maintenanceOf(line: CostFacts, facts: TransitionFacts): PlainCode {
  const { isMaintenance, isMaintenanceOutsidePeriod: outside } = line;
  if (isMaintenance !== true) {
    if (outside != null) return yesOrNo(!outside);
    return isMaintenance === false ? YES : ASK;
  }
  if (outside === true) return NO;
  const days = plainDays(line, facts);
  if (days !== null) return yesOrNo(days[0] > 0);
  if (outside === false) return YES;
  const { servedFrom, servedTo } = line;
  return servedFrom != null && servedTo != null && facts.project?.endsOn != null ? YES : ASK;
}

function plainDays(
  { servedFrom, servedTo }: CostFacts,
  { project }: TransitionFacts,
): readonly [number, number] | null {
  if (servedFrom == null || servedTo == null || project?.endsOn == null || servedTo < servedFrom) return null;
  const at = (text: string) => Date.parse(text) / 86_400_000;
  const from = Math.max(at(servedFrom), at("2025-01-01"), at(project.startsOn ?? "2025-01-01"));
  const to = Math.min(at(servedTo), at(project.endsOn));
  return [Math.max(0, to - from + 1), at(servedTo) - at(servedFrom) + 1];
}

function siteOf({ isWebsite, isEcoDesigned }: CostFacts): PlainCode {
  if (isWebsite !== true) return YES;
  return isEcoDesigned == null ? ASK : isEcoDesigned ? YES : JUDGE;
}

function missionOf(line: CostFacts, facts: TransitionFacts): PlainCode {
  const { missionOf: person, isMissionOfStaffOutsideHeading: outside } = line;
  if (person == null) return outside == null ? ASK : yesOrNo(!outside);
  let best: PlainCode = NO;
  for (const one of facts.costs ?? []) {
    if (one.heading !== "staff" || one.person !== person) continue;
    const code = plainLine(one, facts);
    if (code < best) best = code;
  }
  return outside === true ? NO : best;
}

function equipmentOf({ nature, ground, depreciatedOn }: CostFacts, { project }: TransitionFacts): PlainCode {
  if (nature != null && nature !== "pedagogical") return NO;
  if (nature == null || ground == null)
    return ground === "fully-depreciated" && isLate(depreciatedOn, project) ? NO : ASK;
  if (ground !== "fully-depreciated") return YES;
  if (depreciatedOn == null || project?.endsOn == null) return ASK;
  return isLate(depreciatedOn, project) ? NO : YES;
}

function isLate(depreciatedOn: CostFacts["depreciatedOn"], project: TransitionFacts["project"]): boolean {
  return depreciatedOn != null && project?.endsOn != null && depreciatedOn > project.endsOn;
}

/** The answer on one line. */
export function plainLine(line: CostFacts, facts: TransitionFacts): PlainCode {
  const { heading, amount, paidOn, servedFrom, servedTo } = line;
  const codes: PlainCode[] = [heading == null || amount == null ? ASK : YES];
  if (paidOn != null && (paidOn < "2025-01-01" || paidOn > "2027-12-31")) codes.push(NO);
  const end = facts.project?.endsOn ?? null;
  if (!(heading === "external" && line.isMaintenance === true)) {
    for (const one of [servedFrom, servedTo]) {
      if (one != null && (one < "2025-01-01" || (end !== null && one > end))) codes.push(NO);
    }
  }
  if (heading == null) return worst(codes);
  if (heading === "in-kind") codes.push(yesOrNo(line.bornBy !== "partner"));
  else codes.push(bearerOf(line, facts));
  const { costOption } = facts;
  switch (heading) {
    case "staff":
      codes.push(timeOf(line, facts.costs ?? []), yesOrNo(line.employer !== "other"), activityOf(line));
      codes.push(yesOrNo(costOption !== "20-direct"));
      break;
    case "external":
      codes.push(maintenanceOf(line, facts), siteOf(line));
      break;
    case "operating":
      codes.push(missionOf(line, facts), siteOf(line), line.nature === "computer-hardware" ? JUDGE : YES);
      break;
    case "equipment":
      codes.push(equipmentOf(line, facts));
      break;
    case "indirect":
      codes.push(yesOrNo(costOption == null || costOption === "key"));
      break;
    case "in-kind":
      break;
  }
  if (heading !== "staff" && heading !== "indirect") codes.push(yesOrNo(costOption !== "40-staff"));
  return worst(codes);
}

export interface PlainMoney {
  readonly eligible: number | null;
  readonly region: number | null;
  readonly esf: number | null;
}

/** Exact floors with whole numbers of any size. */
const floor = (amount: number, by: number, of: number) => Number((BigInt(amount) * BigInt(by)) / BigInt(of));

/** The two shares, from the lines. */
export function plainMoney(facts: TransitionFacts, codes: readonly PlainCode[]): PlainMoney {
  const costs = facts.costs ?? [];
  if (costs.length === 0 || costs.some(({ amount }) => amount == null))
    return { eligible: null, region: null, esf: null };
  const kept = { staff: 0, direct: 0, rest: 0, inKind: 0 };
  let cash = 0;
  for (const [index, line] of costs.entries()) {
    const cost = (line.amount ?? 0) + (line.vatRecoverable === false ? (line.vat ?? 0) : 0);
    if (line.heading !== "in-kind") cash += cost;
    if (codes[index] === NO || codes[index] === JUDGE) continue;
    const days = line.heading === "external" && line.isMaintenance === true ? plainDays(line, facts) : null;
    const counted = days === null ? cost : floor(cost, days[0], days[1]);
    if (line.heading === "staff") kept.staff += counted;
    else if (line.heading === "in-kind") kept.inKind += counted;
    else if (line.heading === "indirect") kept.rest += counted;
    else kept.direct += counted;
  }
  const flats = {
    key: 0,
    "7-direct": floor(kept.staff + kept.direct, 7, 100),
    "15-staff": floor(kept.staff, 15, 100),
    "40-staff": floor(kept.staff, 40, 100),
    "20-direct": floor(kept.direct, 20, 100),
  };
  const flat = facts.costOption == null ? 0 : flats[facts.costOption];
  const eligible = kept.staff + kept.direct + kept.rest + kept.inKind + flat;
  const most = Math.max(0, Math.min(eligible - kept.inKind, cash + flat - (facts.otherPublicFunding ?? 0)));
  const region = Math.min(floor(eligible, 20, 100), most);
  const rate = facts.requestedEsfRate;
  if (rate == null) return { eligible, region, esf: null };
  const asked = floor(eligible, Math.min(600_000, Math.round(rate * 1_000_000)), 1_000_000);
  return { eligible, region, esf: Math.min(asked, most - region) };
}
