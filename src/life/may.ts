import { hasAgentRole, isAgent, memberRole, type Visitor } from "#src/people/index.ts";
import { lifecycle, next, type State, type Step } from "./lifecycle.ts";

/** What rights look at in a file. */
export interface Subject {
  readonly organisationId: string;
  readonly state: State;
}

/** Members read the files of their organisation; agents, auditors included, those that were filed. */
export function mayRead(visitor: Visitor, application: Subject): boolean {
  return isMember(visitor, application) || (isAgent(visitor) && application.state !== "draft");
}

/** The applicant's own pages: members, whatever their role. */
export function maySeeAsApplicant(visitor: Visitor, application: Subject): boolean {
  return isMember(visitor, application);
}

/** Owners and editors write for their organisation; readers look. */
export function mayWriteFor(visitor: Visitor, organisationId: string): boolean {
  const role = memberRole(visitor, organisationId);
  return role === "owner" || role === "editor";
}

/** Answers and papers change while it is a draft, or while the funder asks for more. */
export function mayEdit(visitor: Visitor, application: Subject): boolean {
  return mayWriteFor(visitor, application.organisationId) && isOpenForAnswers(application.state);
}

export function isOpenForAnswers(state: State): boolean {
  return state === "draft" || state === "completion-requested";
}

/** Only a draft can be deleted: what was filed stays, withdrawn at most. */
export function mayDelete(visitor: Visitor, application: Subject): boolean {
  return application.state === "draft" && mayWriteFor(visitor, application.organisationId);
}

export function mayCopy(visitor: Visitor, application: Subject): boolean {
  return mayWriteFor(visitor, application.organisationId);
}

/** The applicant writes to the funder about a request, from its draft on, even when it is decided; one withdrawn is over. */
export function mayWriteMessage(visitor: Visitor, application: Subject): boolean {
  return application.state !== "withdrawn" && mayWriteFor(visitor, application.organisationId);
}

/** Whether this visitor's roles allow a step, the state aside. */
export function mayTake(visitor: Visitor, application: Subject, step: Step): boolean {
  const { by } = lifecycle[step];
  if (by.side === "funder") return application.state !== "draft" && hasAgentRole(visitor, ...by.roles);
  const role = memberRole(visitor, application.organisationId);
  return role !== null && by.roles.includes(role);
}

/** Whether the step's button is shown: the right and the state together. */
export function mayTakeNow(visitor: Visitor, application: Subject, step: Step): boolean {
  return mayTake(visitor, application, step) && next(application.state, step) !== null;
}

function isMember(visitor: Visitor, application: Subject): boolean {
  return memberRole(visitor, application.organisationId) !== null;
}
