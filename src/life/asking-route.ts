import { type AskingRoute, frameworkByVersion, frameworks, routeNamed } from "#policy/index.ts";
import type { Application } from "./application.ts";

/** In whose name a file asks, by what its scheme declares; null where it lets nobody choose. */
export function routeOf({
  framework,
  scheme,
  route,
}: Pick<Application, "framework" | "scheme" | "route">): AskingRoute | null {
  const found = frameworkByVersion(framework)?.scheme(scheme);
  return found?.status === "open" ? routeNamed(found, route) : null;
}

/** Every route of every scheme, each name once, for those who sort files by it. */
export const askingRoutes: readonly AskingRoute[] = [
  ...new Map(
    frameworks.flatMap(({ schemes }) =>
      schemes.flatMap((one) =>
        (one.status === "open" ? (one.asking?.routes ?? []) : []).map((of) => [of.value, of] as const),
      ),
    ),
  ).values(),
];
