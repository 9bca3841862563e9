import { expect, it } from "vitest";
import { openTestWorld } from "#test/support/world.ts";
import { createLog } from "./log.ts";

it("tells what the database refused, never the row", async () => {
  const w = await openTestWorld();
  const lines: string[] = [];
  const log = createLog("info", { write: (line: string) => void lines.push(line) });
  try {
    const insert =
      "INSERT INTO person (id, name, email) VALUES (gen_random_uuid(), 'Camille', 'camille@organisme.example')";
    await w.world.pool.query(insert);
    const error: unknown = await w.world.pool.query(insert).catch((refused: unknown) => refused);
    expect(JSON.stringify(error)).toContain("camille@organisme.example");
    log.error({ err: error, requestId: "r" }, "request failed");
  } finally {
    await w.close();
  }
  const [line = ""] = lines;
  expect(JSON.parse(line)).toMatchObject({ level: 50, requestId: "r", err: { code: "23505", table: "person" } });
  expect(line).not.toContain("camille");
});
