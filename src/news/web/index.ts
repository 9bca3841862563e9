export { newsRoutes } from "./routes.tsx";
