import { z } from "zod";
import { settingsSchema } from "./config.ts";

interface Property {
  readonly description?: string;
  readonly default?: string | number | boolean;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** docs/configuration.md: every setting, what it takes and what it is without you. */
export function configurationPage(): string {
  const schema = z.toJSONSchema(settingsSchema, { io: "input" }) as { properties: Record<string, Property> };
  const rows = Object.entries(schema.properties).map(
    ([name, property]) =>
      `| \`${name}\` | ${property.description ?? ""} | ${takes(property)} | ${byDefault(property)} |`,
  );
  return [
    "# Réglages",
    "",
    "Lus une fois au démarrage dans l’environnement, vérifiés ; une valeur refusée arrête le service avec une phrase par réglage.",
    "En production (`NODE_ENV=production`), le service refuse de démarrer avec des comptes de démonstration, le secret par défaut",
    "ou une adresse publique qui n’est pas en `https://`. Hors production, il ne sert que la machine où il tourne, sauf une",
    "démonstration demandée par son nom : `ESSAIM_DEMO=publique`, avec un secret propre.",
    "",
    "| variable | à quoi elle sert | valeurs | sans elle |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function takes(property: Property): string {
  if (property.enum) return property.enum.map((value) => `\`${value}\``).join(", ");
  if (property.minimum !== undefined && property.maximum !== undefined)
    return `${property.minimum} à ${property.maximum}`;
  return "texte";
}

function byDefault(property: Property): string {
  return property.default === undefined ? "—" : `\`${property.default}\``;
}
