import type pg from "pg";
import { UnusableData } from "./unusable.ts";

const OLDEST_MAJOR = 15;
/** What search in French needs; PostgreSQL brings them, its packages and some hosts apart. */
const EXTENSIONS = ["unaccent", "pg_trgm"] as const;

/** What a server says of itself and of what our role may do there. */
export interface ServerFacts {
  /** As PostgreSQL writes it: 15.4, or 16.2 (Debian 16.2-1). */
  readonly version: string;
  readonly major: number;
  readonly encoding: string;
  readonly role: string;
  readonly database: string;
  /** Tables in the first schema of the search path, and schemas in the database. */
  readonly mayCreate: boolean;
  /** Extensions that are in this database already, and those that the server could add. */
  readonly installed: readonly string[];
  readonly available: readonly string[];
}

const QUERY = `
  SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int / 10000 AS major,
    current_setting('server_encoding') AS encoding, current_user::text AS role, current_database()::text AS database,
    coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
      AND has_database_privilege(current_database(), 'CREATE') AS "mayCreate",
    ARRAY(SELECT extname::text FROM pg_extension) AS installed,
    ARRAY(SELECT name::text FROM pg_available_extensions) AS available`;

/** Throws UnusableData with one sentence for each thing that whoever runs the server must mend first. */
export async function requireSuitable(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<ServerFacts>(QUERY);
  const [facts] = rows;
  const reasons = facts === undefined ? [] : unsuitable(facts);
  if (reasons.length > 0) throw new UnusableData(reasons.join("\n"));
}

export function unsuitable(facts: ServerFacts): readonly string[] {
  const { version, major, encoding, role, database, mayCreate, installed, available } = facts;
  if (major < OLDEST_MAJOR) {
    return [
      `Ce serveur est PostgreSQL ${version} : il faut la version ${OLDEST_MAJOR} au moins. Mettez-le à niveau, donnez un autre serveur par DATABASE_URL, ou retirez ce réglage : le service a sa propre base.`,
    ];
  }
  const lacking = EXTENSIONS.filter((name) => !installed.includes(name));
  const absent = lacking.filter((name) => !available.includes(name));
  const reasons: string[] = [];
  if (encoding !== "UTF8") {
    reasons.push(
      `La base ${database} est en ${encoding} : refaites-la en UTF-8 (CREATE DATABASE ${database} OWNER ${role} ENCODING 'UTF8' TEMPLATE template0).`,
    );
  }
  if (absent.length > 0) {
    reasons.push(
      `${named(absent)} ${absent.length === 1 ? "manque" : "manquent"} à ce serveur PostgreSQL ${version} : installez le paquet des modules fournis avec lui (postgresql-contrib), ou demandez-${absent.length === 1 ? "la" : "les"} à votre hébergeur.`,
    );
  }
  if (!mayCreate) {
    reasons.push(
      `Le rôle ${role} ne peut rien créer dans la base ${database} : un administrateur la lui donne par ALTER DATABASE ${database} OWNER TO ${role}.`,
    );
  }
  return reasons;
}

function named(extensions: readonly string[]): string {
  return extensions.length === 1 ? `L’extension ${extensions[0]}` : `Les extensions ${extensions.join(" et ")}`;
}
