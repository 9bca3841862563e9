import { resolve } from "node:path";
import { z } from "zod";
import { type AddressList, isThisMachine, readAddressList } from "./address-list.ts";
import { type Funder, funderFrom } from "./settings/funder.ts";

/** The secret that a development or demonstration service signs with; production refuses it. */
export const DEFAULT_SECRET = "essaim-secret-de-demonstration-ne-pas-utiliser-en-production";

const FLAGS = ["true", "false", "1", "0", "oui", "non"] as const;
const isYes = (value: string) => value === "true" || value === "1" || value === "oui";

/** Every setting of the service, by the name of its environment variable. docs/configuration.md is written from it. */
const settings = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development").describe("Mode de fonctionnement"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe("Port d’écoute (0 : un port libre)"),
  ESSAIM_HOST: z.string().min(1).default("127.0.0.1").describe("Adresse d’écoute"),
  ESSAIM_TRUSTED_PROXIES: z
    .string()
    .default("127.0.0.0/8, ::1")
    .refine((text) => readAddressList(text) !== null, "des adresses ou des plages CIDR, séparées par des virgules")
    .describe(
      "Mandataires inverses dont l’en-tête `X-Forwarded-For` est cru : adresses ou plages CIDR, séparées par des virgules",
    ),
  ESSAIM_ORIGIN: z.url().optional().describe("Adresse publique du service, par exemple https://aides.exemple.fr"),
  ESSAIM_DATA_DIR: z
    .string()
    .min(1)
    .default(".data")
    .describe("Dossier des données : base embarquée et pièces jointes"),
  DATABASE_URL: z
    .string()
    .startsWith("postgres")
    .optional()
    .describe("Serveur PostgreSQL à utiliser au lieu de la base embarquée"),
  ESSAIM_DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(12)
    .describe("Connexions simultanées à la base"),
  ESSAIM_SECRET: z
    .string()
    .min(32)
    .default(DEFAULT_SECRET)
    .describe("Secret de signature des sessions (32 caractères au moins)"),
  ESSAIM_AGENT_IDLE_MINUTES: z.coerce
    .number()
    .int()
    .min(5)
    .max(720)
    .default(30)
    .describe("Minutes sans activité après lesquelles la session d’un agent se ferme"),
  ESSAIM_AGENT_PROOF_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(720)
    .default(15)
    .describe("Minutes depuis sa connexion après lesquelles un agent se reconnecte avant un acte qui engage"),
  ESSAIM_AGENT_SECOND_FACTOR: z
    .enum(["aucun", "cle"])
    .default("aucun")
    .describe("Second facteur demandé aux agents : `cle`, une clé d’accès"),
  ESSAIM_DEMO: z
    .enum([...FLAGS, "publique"])
    .optional()
    .describe(
      "Jeu de démonstration et page d’entrée de démonstration, sur cette machine seulement ; `publique` l’ouvre à tous (jamais en production)",
    ),
  ESSAIM_LOG_LEVEL: z
    .enum(["silent", "fatal", "error", "warn", "info", "debug"])
    .default("info")
    .describe("Niveau du journal technique"),
  ESSAIM_COMPANY_DIRECTORY_URL: z
    .url()
    .default("https://recherche-entreprises.api.gouv.fr")
    .describe("API Recherche d’entreprises"),
  ESSAIM_SMTP_URL: z
    .string()
    .startsWith("smtp")
    .optional()
    .describe("Serveur d’envoi des courriels ; sans lui ils restent dans la boîte d’envoi visible"),
  ESSAIM_MAIL_FROM: z
    .string()
    .min(3)
    .default("Essaim <ne-pas-repondre@essaim.example>")
    .describe("Expéditeur des courriels"),
  ESSAIM_CLAMAV: z
    .string()
    .regex(/^(\/.+|[^:/]+:\d+)$/)
    .optional()
    .describe("Antivirus ClamAV : chemin de socket ou hôte:port"),
  ESSAIM_OIDC_ISSUER: z.url().optional().describe("Fournisseur OpenID Connect (ProConnect)"),
  ESSAIM_OIDC_CLIENT_ID: z.string().optional().describe("Identifiant du client OpenID Connect"),
  ESSAIM_OIDC_CLIENT_SECRET: z.string().optional().describe("Secret du client OpenID Connect"),
});

export type Settings = z.infer<typeof settings>;
export const settingsSchema = settings;

/** What the service runs with: settings read once, checked, and what follows from them. */
export interface Config {
  readonly production: boolean;
  /** The fictional data set, with an entry without proof of identity. */
  readonly demo: boolean;
  /** The demonstration was asked for by name beyond this machine. */
  readonly demoIsPublic: boolean;
  readonly host: string;
  readonly port: number;
  /** Reverse proxies that are believed when they say whom they speak for. */
  readonly trustedProxies: AddressList;
  /** Public origin without a trailing slash; null until the port is known in development. */
  readonly origin: string | null;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databaseConnections: number;
  readonly secret: string;
  /** How sure the service wants to be of its agents. */
  readonly agents: {
    readonly idleMinutes: number;
    readonly proofMinutes: number;
    readonly secondFactor: boolean;
  };
  readonly logLevel: Settings["ESSAIM_LOG_LEVEL"];
  /** Set on screen, dated: what holds today. */
  readonly funder: Funder;
  readonly companyDirectoryUrl: string;
  readonly mail: { readonly smtpUrl: string | null; readonly from: string };
  readonly clamav: string | null;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
}

/** A setting is missing or wrong: its message is one clear sentence for the person who installs the service. */
export class ConfigError extends Error {}

const french = z.locales.fr().localeError;

/** Reads and checks the settings. Throws ConfigError with one sentence a wrong value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = settings.safeParse(given, { error: french });
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]) as keyof Settings;
      return `${name} : valeur refusée (${message}). Attendu : ${settings.shape[name].description}.`;
    });
    throw new ConfigError(sentences.join("\n"));
  }
  const config = fromSettings(parsed.data);
  const refusals = config.production ? unsafeInProduction(config) : unsafeOutOfProduction(config);
  if (refusals.length > 0) throw new ConfigError(refusals.join("\n"));
  return config;
}

const nobody: AddressList = { has: () => false };

function fromSettings(s: Settings): Config {
  const production = s.NODE_ENV === "production";
  const demoIsPublic = s.ESSAIM_DEMO === "publique";
  return {
    production,
    demo: demoIsPublic || (s.ESSAIM_DEMO === undefined ? !production : isYes(s.ESSAIM_DEMO)),
    demoIsPublic,
    host: s.ESSAIM_HOST,
    port: s.PORT,
    trustedProxies: readAddressList(s.ESSAIM_TRUSTED_PROXIES) ?? nobody,
    origin: s.ESSAIM_ORIGIN?.replace(/\/+$/, "") ?? null,
    dataDir: resolve(s.ESSAIM_DATA_DIR),
    databaseUrl: s.DATABASE_URL ?? null,
    databaseConnections: s.ESSAIM_DATABASE_CONNECTIONS,
    secret: s.ESSAIM_SECRET,
    agents: {
      idleMinutes: s.ESSAIM_AGENT_IDLE_MINUTES,
      proofMinutes: s.ESSAIM_AGENT_PROOF_MINUTES,
      secondFactor: s.ESSAIM_AGENT_SECOND_FACTOR === "cle",
    },
    logLevel: s.ESSAIM_LOG_LEVEL,
    // Until the database is open: what is set there is read by the world.
    funder: funderFrom(() => undefined),
    companyDirectoryUrl: s.ESSAIM_COMPANY_DIRECTORY_URL.replace(/\/+$/, ""),
    mail: { smtpUrl: s.ESSAIM_SMTP_URL ?? null, from: s.ESSAIM_MAIL_FROM },
    clamav: s.ESSAIM_CLAMAV ?? null,
    oidc: readOidc(s),
  };
}

function readOidc(s: Settings): Config["oidc"] {
  const parts = [s.ESSAIM_OIDC_ISSUER, s.ESSAIM_OIDC_CLIENT_ID, s.ESSAIM_OIDC_CLIENT_SECRET];
  if (parts.every((part) => part === undefined)) return null;
  const [issuer, clientId, clientSecret] = parts;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new ConfigError(
      "ESSAIM_OIDC_ISSUER, ESSAIM_OIDC_CLIENT_ID et ESSAIM_OIDC_CLIENT_SECRET vont ensemble : donnez les trois, ou aucun.",
    );
  }
  return { issuer, clientId, clientSecret };
}

function unsafeInProduction(config: Config): readonly string[] {
  return [
    ...(config.demo ? ["ESSAIM_DEMO : les comptes de démonstration sont interdits en production."] : []),
    ...(config.secret === DEFAULT_SECRET ? [ownSecret] : []),
    ...(config.origin?.startsWith("https://") === true
      ? []
      : ["ESSAIM_ORIGIN : donnez l’adresse publique en https:// du service."]),
  ];
}

const ownSecret = "ESSAIM_SECRET : donnez un secret propre à ce service.";

/** Without production settings the service stays on its machine, unless a demonstration open to all is asked for by name. */
function unsafeOutOfProduction({ host, origin, secret, demoIsPublic }: Config): readonly string[] {
  const [name] = [
    ...(origin === null || isThisMachine(new URL(origin).hostname) ? [] : ["ESSAIM_ORIGIN"]),
    ...(isThisMachine(host) ? [] : ["ESSAIM_HOST"]),
  ];
  if (name === undefined) return [];
  if (demoIsPublic) return secret === DEFAULT_SECRET ? [ownSecret] : [];
  return [
    `${name} : une adresse ouverte à d’autres machines demande NODE_ENV=production. Pour une démonstration que chacun peut ouvrir, administration comprise, dites-le : ESSAIM_DEMO=publique.`,
  ];
}
