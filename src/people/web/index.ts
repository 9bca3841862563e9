// The web door of this slice: what every other slice's routes need of the visitor and the page around.

export { AdministrationTabs } from "../agents/administration-tabs.tsx";
export { answerSpentInvitation } from "../organisations/spent-invitation.tsx";
export { answerBadFilter, filterAmong, type Searched } from "./bad-filter.tsx";
export type { Env, RequestContext, Routes } from "./env.ts";
export { setFlash } from "./flash.ts";
export { forbidden, idParam, notFound, requireAgent, requireSignedIn } from "./guard.ts";
export { keepDemonstrationHere } from "./here.tsx";
export { deskOf, type PageOptions, renderPart, respondPage, underQueue } from "./page.tsx";
export { askProof, hasFreshProof, sayProof } from "./proof.tsx";
export { forgetAfterActs, remembered } from "./remembered.ts";
export { SendAgain } from "./send-again.tsx";
export { agentRoleWords, qualiopiWords } from "./words.ts";
