import { describe, expect, it } from "vitest";
import { ConfigError, DEFAULT_SECRET, readConfig } from "./config.ts";

const production = {
  NODE_ENV: "production",
  ESSAIM_ORIGIN: "https://aides.exemple.fr/",
  ESSAIM_SECRET: "un-secret-assez-long-pour-signer-des-sessions",
};

describe("settings", () => {
  it("needs nothing to run a demonstration", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      production: false,
      demo: true,
      port: 3000,
      databaseUrl: null,
      secret: DEFAULT_SECRET,
    });
  });

  it("takes an empty variable for an absent one", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it("runs in production with its own secret and an https origin", () => {
    expect(readConfig(production)).toMatchObject({ production: true, demo: false, origin: "https://aides.exemple.fr" });
  });

  it.each([
    [{ ESSAIM_DEMO: "true" }, /ESSAIM_DEMO/],
    [{ ESSAIM_SECRET: DEFAULT_SECRET }, /ESSAIM_SECRET/],
    [{ ESSAIM_SECRET: undefined }, /ESSAIM_SECRET/],
    [{ ESSAIM_ORIGIN: "http://aides.exemple.fr" }, /ESSAIM_ORIGIN/],
    [{ ESSAIM_ORIGIN: undefined }, /ESSAIM_ORIGIN/],
  ])("refuses to start in production with %o", (change, sentence) => {
    expect(() => readConfig({ ...production, ...change })).toThrow(sentence);
  });

  it.each([
    [{ ESSAIM_ORIGIN: "https://aides.exemple.fr" }, /^ESSAIM_ORIGIN : .*NODE_ENV=production.*ESSAIM_DEMO=publique/],
    [{ ESSAIM_ORIGIN: "http://192.168.1.20:3000" }, /^ESSAIM_ORIGIN : /],
    [{ ESSAIM_ORIGIN: "https://localhost.exemple.fr" }, /^ESSAIM_ORIGIN : /],
    [{ ESSAIM_HOST: "0.0.0.0" }, /^ESSAIM_HOST : .*NODE_ENV=production/],
    [{ ESSAIM_HOST: "::" }, /^ESSAIM_HOST : /],
    [{ ESSAIM_DEMO: "oui", ESSAIM_ORIGIN: "https://aides.exemple.fr" }, /^ESSAIM_ORIGIN : /],
    [{ ESSAIM_DEMO: "non", ESSAIM_ORIGIN: "https://aides.exemple.fr" }, /^ESSAIM_ORIGIN : /],
    [{ NODE_ENV: "test", ESSAIM_ORIGIN: "https://aides.exemple.fr" }, /^ESSAIM_ORIGIN : /],
    [{ ESSAIM_DEMO: "publique", ESSAIM_ORIGIN: "https://demo.exemple.fr" }, /^ESSAIM_SECRET : donnez un secret propre/],
  ])("refuses to serve other machines without production settings: %o", (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });

  it.each(["http://localhost:3000", "http://essaim.localhost", "http://127.0.0.1:8080/", "http://[::1]:3000"])(
    "serves this machine without them, at %s",
    (origin) => {
      expect(readConfig({ ESSAIM_ORIGIN: origin })).toMatchObject({ demo: true, demoIsPublic: false });
    },
  );

  it("opens a demonstration to all where that is asked for by name, and never in production", () => {
    const asked = { ESSAIM_DEMO: "publique", ESSAIM_ORIGIN: "https://demo.exemple.fr", ESSAIM_HOST: "0.0.0.0" };
    const open = readConfig({ ...asked, ESSAIM_SECRET: production.ESSAIM_SECRET });
    expect(open).toMatchObject({ production: false, demo: true, demoIsPublic: true });
    expect(() => readConfig({ ...production, ESSAIM_DEMO: "publique" })).toThrow(/ESSAIM_DEMO/);
  });

  it("names every wrong value at once, in one sentence each", () => {
    const wrong = () =>
      readConfig({ PORT: "http", ESSAIM_SECRET: "court", DATABASE_URL: "mysql://x", ESSAIM_CLAMAV: "nulle part" });
    expect(wrong).toThrow(ConfigError);
    expect(wrong).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*ESSAIM_SECRET[\s\S]*ESSAIM_CLAMAV/);
    expect(wrong).toThrow("Attendu : Port d’écoute (0 : un port libre).");
    expect(wrong).not.toThrow(/expected|received|must|too /i);
  });

  it("wants the three OpenID Connect settings together", () => {
    expect(() => readConfig({ ESSAIM_OIDC_ISSUER: "https://exemple.fr" })).toThrow(/vont ensemble/);
  });
});
