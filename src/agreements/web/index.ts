// The web door of this slice.
export { accountsPart } from "./accounts-part.tsx";
export { agreementPart } from "./agreement-part.tsx";
export { agreementQueue } from "./queue-part.tsx";
export { agreementRoutes } from "./routes.tsx";
