import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { sql } from "kysely";
import { render } from "preact-render-to-string";
import { openDatabase } from "../../src/platform/database/database.ts";

/**
 * The yardstick: the least that a page of this stack does. One keyset query of 50 rows among 100 000 and 20 fields,
 * rendered by Preact, over HTTP. No session, right, layout or policy.
 */
interface Row {
  readonly id: number;
  readonly name: string;
  readonly commune: string;
  readonly amount: number;
  readonly day: string;
}

const { db } = openDatabase(process.env.DATABASE_URL ?? "", 12);
await sql`CREATE TABLE IF NOT EXISTS bench_bare AS
  SELECT g AS id, 'Organisme fictif ' || g AS name, 'Commune ' || g % 2644 AS commune, (g * 37 % 1750000)::bigint AS amount,
         date '2025-07-15' + g / 200 AS day FROM generate_series(1, 100000) g`.execute(db);
await sql`CREATE UNIQUE INDEX IF NOT EXISTS bench_bare_id ON bench_bare (id)`.execute(db);

function Page(props: { readonly rows: readonly Row[] }) {
  return (
    <html lang="fr">
      <head>
        <title>Page nue</title>
      </head>
      <body>
        <form>
          {Array.from({ length: 20 }, (_, n) => (
            <p key={n}>
              <label for={`f${n}`}>Champ {n}</label>
              <input id={`f${n}`} name={`f${n}`} value={`valeur ${n}`} />
            </p>
          ))}
        </form>
        <table>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.id}>
                <td>{row.id}</td>
                <td>{row.name}</td>
                <td>{row.commune}</td>
                <td>{row.amount}</td>
                <td>{row.day}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </body>
    </html>
  );
}

const app = new Hono();
app.get("/", async (c) => {
  const before = Number(c.req.query("avant") ?? 100_001);
  const { rows } = await sql<Row>`SELECT * FROM bench_bare WHERE id < ${before} ORDER BY id DESC LIMIT 50`.execute(db);
  return c.html(`<!doctype html>${render(<Page rows={rows} />)}`);
});
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, (info) =>
  process.stdout.write(`bare http://127.0.0.1:${info.port}\n`),
);
