// The pure door of this slice, and the few functions that make people and organisations exist.
export { act, asService, type Fact, type Scene } from "./act.ts";
export { giveRole, inviteAgent, takeRole } from "./agents/agents.ts";
export type { Caseload, HandedBy, HandedOver } from "./agents/caseload.ts";
export type { Company } from "./organisations/company.ts";
export { type Lookup, lookUpCompany } from "./organisations/directory.ts";
export { headcountBandLabels, holdsHeadcount } from "./organisations/headcount-bands.ts";
export { tellSenderInfected } from "./organisations/infected.ts";
export * from "./organisations/organisation.ts";
export {
  createOrganisation,
  loadOrganisation,
  loadOrganisationBySiren,
  type NewEstablishment,
  type NewOrganisation,
} from "./organisations/organisation-store.ts";
export { type Register, registersOf } from "./organisations/registers.ts";
export { addMember, createPerson, grantAgentRole, type NewPerson } from "./people.ts";
export { withinLimit } from "./signing-in/rate-limit.ts";
export { type StartedSession, startSession } from "./signing-in/sessions.ts";
export { workplacesOf } from "./signing-in/workplace.ts";
export * from "./visitor.ts";
export { actingFor, holding, onceBecause, sentTheApplication } from "./why.ts";
