// The pure door of this slice, and the few functions that make people and organisations exist.
export { act, asService, type Fact, type Scene } from "./act.ts";
export { giveRole, inviteAgent, takeRole } from "./agents.ts";
export type { Caseload, HandedBy, HandedOver } from "./caseload.ts";
export type { Company } from "./company.ts";
export { type Lookup, lookUpCompany } from "./directory.ts";
export { headcountBandLabels, holdsHeadcount } from "./headcount-bands.ts";
export { tellSenderInfected } from "./infected.ts";
export * from "./organisation.ts";
export {
  createOrganisation,
  loadOrganisation,
  loadOrganisationBySiren,
  type NewEstablishment,
  type NewOrganisation,
} from "./organisation-store.ts";
export { addMember, createPerson, grantAgentRole, type NewPerson } from "./people.ts";
export { withinLimit } from "./rate-limit.ts";
export { type Register, registersOf } from "./registers.ts";
export { type StartedSession, startSession } from "./sessions.ts";
export * from "./visitor.ts";
export { actingFor, holding, onceBecause, sentTheFile } from "./why.ts";
export { workplaceIn } from "./workplace.ts";
