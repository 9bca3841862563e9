export { callsApiPart } from "./api-schema.ts";
export { callRoutes } from "./routes.tsx";
