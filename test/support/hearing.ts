import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { barriers } from "./barriers.ts";

/**
 * Axe hears what it has not heard yet in the whole run, whichever file of journeys meets it first, so that a page met
 * again costs next to nothing:
 * - in a wide window, a kind of page, whole; met again, the regions of it that hold a part not shown in that kind before;
 * - in a narrow window, the regions that hold a part which no page has shown in one;
 * - contrasts with it, wherever a part is shown that no page has shown before.
 *
 * Leaves the window as high as the page where it heard something.
 */
export async function hear(page: Page, width: number, isNarrow: boolean): Promise<void> {
  const known = heard(isNarrow ? "narrow" : `wide ${kindOf(page)}`);
  const everywhere = heard("anywhere");
  const parts = await partsOf(page);
  const news = parts.filter((part) => !known.parts.has(part));
  if (news.length === 0) return;
  const unseen = parts.filter((part) => !everywhere.parts.has(part));
  const isWhole = !isNarrow && known.parts.size === 0;
  if (!isWhole) await partsOf(page, news);
  // As high as the page: a bar that stays at the bottom hides no control then, and one scrolls it from under the bar.
  await page.setViewportSize({ width, height: await page.locator("html").evaluate((html) => html.scrollHeight) });
  const within = isWhole ? {} : { within: "[data-heard-here]" };
  expect(await barriers(page, { contrasts: unseen.length > 0, ...within })).toEqual([]);
  known.add(news);
  everywhere.add(unseen);
}

/** What the run has heard under a name, shared by its workers. */
function heard(name: string) {
  const file = join(inject("heardPages"), createHash("sha256").update(name).digest("hex"));
  return {
    parts: new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n") : []),
    add(parts: readonly string[]): void {
      if (parts.length > 0) appendFileSync(file, `${parts.join("\n")}\n`);
    },
  };
}

/** The kind of a page: its address without its ids. */
function kindOf(page: Page): string {
  return new URL(page.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id");
}

/**
 * The parts that a page shows: kinds of elements, with their roles and states. The region around each of `marked` is
 * marked with `data-heard-here`, the outermost only.
 */
function partsOf(page: Page, marked: readonly string[] = []): Promise<readonly string[]> {
  return page.evaluate((marked) => {
    const mark = "data-heard-here";
    const wanted = new Set(marked);
    for (const old of document.querySelectorAll(`[${mark}]`)) old.removeAttribute(mark);
    const found = new Set<string>();
    for (const element of document.querySelectorAll("*")) {
      if (!element.checkVisibility()) continue;
      const told = [...element.attributes]
        .filter((one) => /^(aria-(?!.*by$)|role|type|lang|data-(tone|color|size|variant))/.test(one.name))
        .map((one) => `${one.name}=${/^aria-(label|controls|owns)$/.test(one.name) ? "" : one.value.slice(0, 12)}`);
      const part = [element.tagName, String(element.className), ...told].join(" ").replace(/\s+/g, " ");
      found.add(part);
      if (!wanted.has(part)) continue;
      const region = element.closest("form, fieldset, table, details, dialog, section, li") ?? element;
      if (region.closest(`[${mark}]`) === null) region.setAttribute(mark, "");
    }
    return [...found];
  }, marked);
}
