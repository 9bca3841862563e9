import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** What axe is to hear: by itself every rule in the whole page. */
export interface Hearing {
  /** Contrasts too, which take more than half of axe's time. */
  readonly contrasts?: boolean;
  /** Selector of the regions to hear. */
  readonly within?: string;
}

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const CONTRASTS = "color-contrast";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong in a page, one line a rule. */
export async function barriers(page: Page, { contrasts = true, within = "html" }: Hearing = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const options: RunOptions = {
    // Only what is wrong is described and no style is fetched again.
    resultTypes: ["violations"],
    preload: false,
    // What a page frames is a paper shown in place, a PDF: nothing in it answers, and axe would wait for it.
    iframes: false,
    runOnly: { type: "tag", values: LEVELS },
    rules: { [CONTRASTS]: { enabled: contrasts } },
  };
  const { violations } = await page.evaluate(
    ([context, options]) => (window as unknown as Heard).axe.run(context, options),
    [within, options] as const,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${page.url()} ${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`,
  );
}

interface Heard {
  readonly axe: { run(context: string, options: RunOptions): Promise<AxeResults> };
}
