export { callRoutes } from "./routes.tsx";
