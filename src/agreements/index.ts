// The door of this slice: the agreement, as claims will read it.
export { makeAgreement, sendSignedCopy, signForFunder } from "./acts.ts";
export { type Agreement, readSignature, type Signature, type SignatureInput } from "./agreement.ts";
export type { SignatureService } from "./signature-service.ts";
export { findAgreement } from "./store.ts";
