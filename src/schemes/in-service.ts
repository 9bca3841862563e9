import { day, type Framework, frameworkOn, type OpenScheme, type Scheme } from "#policy/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { appliedOn, subjectOf } from "./applied.ts";

/** The version of the text in force today, its open schemes as the service applies them today. */
export function frameworkInService(world: Pick<World, "clock" | "settings">): Framework {
  const on = day(today(world.clock).toString());
  const framework = frameworkOn(on);
  const applied = (scheme: Scheme): Scheme =>
    scheme.status === "open"
      ? appliedOn(scheme, world.settings.about(subjectOf(framework.version, scheme.slug)), on)
      : scheme;
  const schemes = framework.schemes.map(applied);
  if (schemes.every((one, index) => one === framework.schemes[index])) return framework;
  return {
    ...framework,
    schemes,
    scheme: (slug) => schemes.find((one) => one.slug === slug) ?? null,
  };
}

/** An open scheme as the service applies it today; null where there is none of that name. */
export function schemeInService(world: Pick<World, "clock" | "settings">, slug: string): OpenScheme | null {
  const scheme = frameworkInService(world).scheme(slug);
  return scheme?.status === "open" ? scheme : null;
}
