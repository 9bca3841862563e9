import { execFileSync } from "node:child_process";
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from "playwright-core";

/** The one without windows first: the journeys take a third less time. */
const INSTALLED = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

/** Opens an installed Chromium, else the one that npm brought. Nothing of it looks for a network. */
export async function openChromium(): Promise<Browser> {
  return chromium.launch(await howToOpen());
}

/** One Chromium for many files: each joins it by its address, and meets the contexts that it opens alone. */
export async function serveChromium(): Promise<BrowserServer> {
  return chromium.launchServer(await howToOpen());
}

export function joinChromium(address: string): Promise<Browser> {
  return chromium.connect(address);
}

async function howToOpen(): Promise<LaunchOptions> {
  const quiet = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  const installed = INSTALLED.map(pathOf).find((path) => path !== null);
  if (installed) return { executablePath: installed, args: quiet };
  const { default: shipped } = await import("@sparticuz/chromium");
  return { executablePath: await shipped.executablePath(), args: [...shipped.args, ...quiet] };
}

function pathOf(name: string): string | null {
  try {
    return (
      execFileSync("which", [name], { stdio: ["ignore", "pipe", "ignore"] })
        .toString()
        .trim() || null
    );
  } catch {
    return null;
  }
}
