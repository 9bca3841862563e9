import { execFileSync } from "node:child_process";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

/** The one without windows first: the journeys take a third less time. */
const INSTALLED = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

/** Opens an installed Chromium, else the one that npm brought. Nothing of it looks for a network. */
async function openChromium(): Promise<Browser> {
  return chromium.launch(await howToOpen());
}

let own: Promise<Browser> | null = null;

/** The Chromium of this process: opened once, for all the files that a worker reads; it ends with the process. */
export function ownChromium(): Promise<Browser> {
  own ??= openChromium();
  return own;
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
