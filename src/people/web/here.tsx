import type { MiddlewareHandler } from "hono";
import { isThisMachine } from "#src/platform/address-list.ts";
import type { World } from "#src/platform/world.ts";
import { PageHeader } from "#src/ui/index.ts";
import { addressOf } from "./client.ts";
import type { Env } from "./env.ts";
import { respondPage } from "./page.tsx";

/**
 * A demonstration lets anyone in as anyone: unless it was opened to all by name, it answers this machine alone, even
 * where a proxy beside it would speak for others.
 */
export function keepDemonstrationHere(world: World): MiddlewareHandler<Env> {
  const isKept = world.config.demo && !world.config.demoIsPublic;
  return async (c, next) => {
    if (!isKept || isThisMachine(addressOf(world, c))) return next();
    return respondPage(
      c,
      world,
      { title: "Démonstration fermée", status: 403 },
      <PageHeader
        title="Cette démonstration ne s’ouvre que sur sa propre machine"
        lead="Chacun y entre sans mot de passe, administration comprise. Qui l’installe peut l’ouvrir à tous : ESSAIM_DEMO=publique."
      />,
    );
  };
}
