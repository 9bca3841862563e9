// The pure door of this slice, and the few functions that make people and organisations exist.
export { inviteAgent, setRole } from "./agents.ts";
export { headcountBandLabels } from "./headcount-bands.ts";
export { legalCategoryLabel } from "./legal-categories.ts";
export { mayOnOrganisation, mayOnService, type OrganisationAct, type ServiceAct } from "./may.ts";
export { opcos } from "./opcos.ts";
export * from "./organisation.ts";
export {
  createOrganisation,
  loadOrganisation,
  loadOrganisationBySiren,
  type NewEstablishment,
  type NewOrganisation,
} from "./organisation-store.ts";
export { addMember, createPerson, grantAgentRole, type NewPerson } from "./people.ts";
export { type StartedSession, startSession } from "./sessions.ts";
export { type CheckedNumber, isSiren, isSiret, readDeclarationNumber, readSiren, readSiret, sirenOf } from "./siret.ts";
export * from "./visitor.ts";
