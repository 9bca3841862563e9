/** Logical name (`theme.css`, `autosave.js`) → URL with a hash in it, so that browsers may keep it for ever. */
export type AssetManifest = Readonly<Record<string, string>>;

let manifest: AssetManifest = {};

/** Called once by the door that serves pages, with what the build wrote. */
export function setAssets(built: AssetManifest): void {
  manifest = built;
}

/** Without a manifest (tests of a page alone) the name itself is the address. */
export function assetUrl(name: string): string {
  return manifest[name] ?? `/assets/${name}`;
}
