import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers } from "#test/support/barriers.ts";
import { ownChromium } from "#test/support/chromium.ts";
import { serveUi, type UiServer } from "#test/support/ui-server.ts";
import { GalleryPage, galleryView, galleryViews } from "./gallery.tsx";
import { renderPage } from "./layout.tsx";

describe("the gallery in a browser", () => {
  let server: UiServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await serveUi(({ url }, response) => {
      if (url.pathname !== "/galerie") return false;
      response.end(renderPage(<GalleryPage view={galleryView(url.searchParams.get("vue") ?? undefined)} />));
      return true;
    });
    browser = await ownChromium();
  });
  afterAll(async () => {
    await server?.stop();
  });

  const looks = galleryViews.flatMap((view) => [
    { view, width: 1280, colorScheme: "light" as const, javaScriptEnabled: true },
    // 320 px is 1 280 px at a zoom of 400 %.
    { view, width: 320, colorScheme: "dark" as const, javaScriptEnabled: false },
  ]);

  it.each(looks)("$view, $width px, $colorScheme: nothing that axe finds, nothing that overflows", async (look) => {
    const context = await browser.newContext({
      colorScheme: look.colorScheme,
      viewport: { width: look.width, height: 900 },
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    // Axe itself needs a script: without script means without ours.
    if (!look.javaScriptEnabled) await page.route("**/*.js", (route) => route.abort());
    await page.goto(`${server.origin}/galerie?vue=${look.view}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const found = await barriers(page);
    await context.close();
    expect(complaints).toEqual([]);
    expect(found).toEqual([]);
    expect(wide).toBeLessThanOrEqual(0);
  });
});
