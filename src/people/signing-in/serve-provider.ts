import type { Config } from "#src/platform/config.ts";
import { type ProviderPerson, startDemonstrationProvider } from "./demonstration-provider.ts";

/** Fictional professionals of the demonstration's identity provider; the addresses are those of nobody. */
const professionals: readonly ProviderPerson[] = [
  {
    sub: "demonstration:dirigeante",
    email: "dirigeante.proconnect@organisme.example",
    givenName: "Dirigeante",
    usualName: "de Démonstration",
    siret: "73282932000074",
  },
  {
    sub: "demonstration:agent",
    email: "agent.proconnect@region.example",
    givenName: "Agent",
    usualName: "de Démonstration",
    siret: "73282932000074",
  },
];

/**
 * Runs the demonstration's identity provider until the process is told to stop. Gives the settings that the service
 * needs to use it, one line a variable. Refused in production.
 */
export async function openDemonstrationProvider(
  config: Config,
  port: number,
): Promise<{ readonly settings: string; stop(): Promise<void> }> {
  if (config.production) throw new Error("Le fournisseur d’identité de démonstration est interdit en production.");
  const clientOrigin = config.origin ?? `http://localhost:${config.port}`;
  const provider = await startDemonstrationProvider({ port, clientOrigin, people: professionals });
  const settings = [
    `ESSAIM_OIDC_ISSUER=${provider.issuer}`,
    `ESSAIM_OIDC_CLIENT_ID=${provider.clientId}`,
    `ESSAIM_OIDC_CLIENT_SECRET=${provider.clientSecret}`,
  ].join("\n");
  return { settings, stop: provider.stop };
}
