import { urls } from "#src/urls.ts";
import type { TestWorld } from "#test/support/world.ts";

/** What changes from one run to the next: what is drawn at random, and what is hashed with it. */
function settled(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "…")
    .replace(/\b[0-9a-f]{16,64}\b/g, "…")
    .replace(/\b[0-9a-f]{4}(?: [0-9a-f]{4}){3,}\b/g, "…")
    .replace(/\d+(?:,\d+)?[\u00a0\u202f ](?:octets|Kio|Mio|Ko|Mo|ko)\b/g, "…");
}

/** The main part of a page, a line for each thing said. */
function linesOfPage(body: string): readonly string[] {
  const [, main = ""] = /<main[^>]*>([\s\S]*)<\/main>/.exec(body) ?? [];
  return main
    .replace(/<(script|style|svg|option)[\s\S]*?<\/\1>/g, "")
    .replace(/<\/?(?:a|abbr|b|strong|em|span|code|time|small|sup|mark)\b[^>]*>/g, "")
    .split(/<[^>]+>/)
    .map((line) => settled(line.replace(/\s+/g, " ").trim()))
    .filter((line) => line !== "");
}

/** What a letter was set from, a line for each word of it. */
function linesOfData(value: unknown, at = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [settled(`${at} ${JSON.stringify(value)}`)];
  return Object.entries(value).flatMap(([key, inner]) => linesOfData(inner, at === "" ? key : `${at}.${key}`));
}

/**
 * What is said of one request on the page of its scheme, of its applicant, of its officer, then in each of its letters: a
 * line a thing said, so that a change is read where it is.
 */
export async function saidOf(w: TestWorld, id: string, owner: string, officer: string): Promise<string> {
  const { scheme } = await w.inTx((tx) =>
    tx.selectFrom("application").select("scheme").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  const pages = [
    [undefined, urls.scheme.href({ scheme })],
    [owner, urls.application.href({ id })],
    [officer, urls.review.href({ id })],
  ] as const;
  const said: string[] = [];
  for (const [person, path] of pages) {
    const page = await (await w.browser(person)).get(path);
    if (page.status !== 200) throw new Error(`${path} answers ${page.status}`);
    said.push(settled(`# ${path}`), ...linesOfPage(page.body), "");
  }
  const letters = await w.inTx((tx) =>
    tx
      .selectFrom("document")
      .select(["kind", "data"])
      .where("application_id", "=", id)
      .orderBy("issued_at")
      .orderBy("kind")
      .execute(),
  );
  for (const { kind, data } of letters) said.push(`# ${kind}`, ...linesOfData(data), "");
  return `${said.join("\n")}\n`;
}
