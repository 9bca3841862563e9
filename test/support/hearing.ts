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
  const unseen = await mark(page, everywhere.parts, "heard-anywhere");
  const news = await mark(page, known.parts, "heard-here");
  if (news.length === 0) return;
  // As high as the page: a bar that stays at the bottom hides no control then, and one scrolls it from under the bar.
  await page.setViewportSize({ width, height: await page.locator("html").evaluate((html) => html.scrollHeight) });
  const isWhole = !isNarrow && known.parts.size === 0;
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
 * The parts that a page shows and that are not known: kinds of elements, with their roles and states. The region
 * around each is marked with `data-<name>`, the outermost only.
 */
function mark(page: Page, known: ReadonlySet<string>, name: string): Promise<readonly string[]> {
  return page.evaluate(
    ({ known, name }) => {
      const before = new Set(known);
      const marked = `data-${name}`;
      for (const old of document.querySelectorAll(`[${marked}]`)) old.removeAttribute(marked);
      const found = new Set<string>();
      for (const element of document.querySelectorAll("*")) {
        if (!element.checkVisibility()) continue;
        const told = [...element.attributes]
          .filter((one) => /^(aria-(?!.*by$)|role|type|lang|data-(tone|color|size|variant))/.test(one.name))
          .map((one) => `${one.name}=${/^aria-(label|controls|owns)$/.test(one.name) ? "" : one.value.slice(0, 12)}`);
        const part = [element.tagName, String(element.className), ...told].join(" ").replace(/\s+/g, " ");
        if (before.has(part)) continue;
        found.add(part);
        const region = element.closest("form, fieldset, table, details, dialog, section, li") ?? element;
        if (region.closest(`[${marked}]`) === null) region.setAttribute(marked, "");
      }
      return [...found];
    },
    { known: [...known], name },
  );
}
