import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { barriers, type Hearing } from "./barriers.ts";

/**
 * Axe hears what it has not heard yet in the whole run, whichever file of journeys meets it first, so that a page met
 * again costs next to nothing:
 * - a kind of page, whole, once in a wide window and once in a narrow one;
 * - met again in a wide window, the regions of it that hold a part not shown in that kind of page before;
 * - contrasts, which take more than half of axe's time, wherever a part is shown that no page has shown before.
 */
export async function hear(page: Page, width: number, isNarrow: boolean): Promise<void> {
  const kind = heard(`${width} ${kindOf(page)}`);
  const isNew = kind.parts.size === 0;
  if (isNarrow && !isNew) return;
  const contrasts = heard("contrasts");
  const news = await mark(page, kind.parts, "heard-here");
  const unseen = await mark(page, contrasts.parts, "heard-anywhere");
  if (news.length + unseen.length === 0) return;
  const viewport = page.viewportSize();
  // As high as the page: a bar that stays at the bottom hides no control then, and one scrolls it from under the bar.
  await page.setViewportSize({ width, height: await page.locator("html").evaluate((html) => html.scrollHeight) });
  if (isNew) await silent(page, { contrasts: false });
  else if (news.length > 0) await silent(page, { contrasts: false, within: "[data-heard-here]" });
  if (unseen.length > 0) await silent(page, { contrasts: true, within: "[data-heard-anywhere]" });
  if (viewport !== null) await page.setViewportSize(viewport);
  kind.add(news);
  contrasts.add(unseen);
}

async function silent(page: Page, hearing: Hearing): Promise<void> {
  expect(await barriers(page, hearing)).toEqual([]);
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
