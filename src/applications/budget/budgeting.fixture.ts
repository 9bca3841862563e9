import { demoBudget } from "#policy/frameworks/2025-07-15/transitions/demonstration/budget.ts";
import type { Raw } from "#policy/index.ts";
import { makeOrganisation, type TestOrganisation } from "#src/applications/applying.fixture.ts";
import { createDraft } from "#src/life/index.ts";
import type { TestWorld } from "#test/support/world.ts";

export interface Budgeting {
  readonly organisation: TestOrganisation;
  readonly id: string;
}

/** What a lead typed of a project of 2.c, beside its budget. */
export const projectRaw: Raw = {
  title: "L’atelier qui répare",
  "project.commune": "14118",
  "project.kinds": ["module"],
  "project.transitions": ["digital", "ecological"],
  "project.endsOn": "31/03/2027",
  "project.free": "oui",
  "project.contributesToObjective45": "oui",
  "partners.length": "2",
  "partners.0.role": "lead",
  "partners.0.category": "association",
  "partners.0.involvedWithJobSeekers": "oui",
  "partners.1.role": "partner",
  "partners.1.category": "company",
  "partners.1.involvedWithJobSeekers": "oui",
  partnershipAgreementOn: "01/02/2026",
  "principles.equality": "oui",
  "principles.nonDiscrimination": "oui",
  "principles.sustainability": "oui",
  selectedForEsf: "oui",
  requestedEsfRate: "60",
  otherPublicFunding: "0",
  "procurement.isBuyer": "non",
};

/** A draft of 2.c with this budget, that of the demonstration unless told. */
export async function makeBudget(w: TestWorld, n = 0, budget: Raw = demoBudget()): Promise<Budgeting> {
  const organisation = await makeOrganisation(w, n);
  const { owner, id: organisationId } = organisation;
  const draft = { scheme: "transitions", framework: "2025-07-15", organisationId, raw: { ...projectRaw, ...budget } };
  const id = await w.inTx((tx) => createDraft(tx, draft, owner, w.world.clock.now()), { person: owner });
  return { organisation, id };
}

/** The draft as it is kept. */
export async function rawOf(w: TestWorld, id: string): Promise<Raw> {
  const row = await w.inTx((tx) =>
    tx.selectFrom("application").select("raw").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  return row.raw as Raw;
}
