export { informationRoutes } from "./routes.tsx";
