// The door of this slice: the agreement, as claims will read it.
export { makeAgreement, sendSignedCopy, signForFunder } from "./acts.ts";
export { readSignature, type Signature, type SignatureInput } from "./agreement.ts";
export type { SignatureService } from "./signature-service.ts";
export { type Agreement, findAgreement } from "./store.ts";
