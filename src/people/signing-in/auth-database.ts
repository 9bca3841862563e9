import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

/**
 * The service's own connections, read the way better-auth expects: instants as `Date`, bigints as numbers.
 * No pool beside ours, so nothing more to open or close.
 */
export function plainDatabase(pool: pg.Pool): Kysely<Record<string, never>> {
  return new Kysely({
    dialect: new PostgresDialect({
      pool: {
        async connect() {
          const client = await pool.connect();
          return {
            query: (text: unknown, values?: unknown) =>
              client.query({ text: String(text), values: values as unknown[], types: { getTypeParser } }),
            release: () => client.release(),
          } as never;
        },
        end: () => Promise.resolve(),
      },
    }),
  });
}

function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as "text");
}
