// The schemes as the service applies them: their folders under what people set, two of them, from a day on.
export * from "./applied.ts";
export { frameworkInService, schemeInService } from "./in-service.ts";
