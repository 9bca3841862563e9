import { expect, it } from "vitest";
import { day, frameworkByVersion, gridLines, type OpenScheme } from "#policy/index.ts";
import { appliedOn, type SchemeSetting } from "./applied.ts";

const FROM = "2026-05-01";
const after = day("2026-05-02");

function openSchemes(): readonly OpenScheme[] {
  const schemes = frameworkByVersion("2025-07-15")?.schemes ?? [];
  return schemes.filter((one): one is OpenScheme => one.status === "open");
}

const set = (key: string, value: unknown): SchemeSetting => ({ key, value, effectiveOn: FROM });

/** Every kind of thing that people may set of a scheme, each of which files are judged by. */
function layersOf(scheme: OpenScheme): Readonly<Record<string, SchemeSetting>> {
  const [paper] = scheme.form.documents;
  const [line] = gridLines(scheme.grid);
  const doubt = scheme.doubts.find(({ alternative }) => alternative !== undefined);
  const added = { id: "service-1", label: "Attestation", hint: "", mandatory: false };
  return {
    "a paper worded": set("papers", { worded: { [paper?.id ?? ""]: { label: "Autrement dit" } }, added: [] }),
    "a paper added": set("papers", { worded: {}, added: [added] }),
    "a line of the grid worded": set("grid", { lines: { [line?.id ?? ""]: { question: "Autrement demandé ?" } } }),
    "a line of the grid weighed": set("grid", { lines: { [line?.id ?? ""]: { weight: 7 } } }),
    "a doubt closed": set(`reading.${doubt?.id}`, { reading: "default", grounds: "Pour tous." }),
  };
}

it("has all that people set of a scheme in its rule-set hash, each thing another, from its day on", () => {
  for (const scheme of openSchemes()) {
    const layers = Object.entries(layersOf(scheme));
    const hashes = layers.map(([, layer]) => appliedOn(scheme, [layer], after).ruleSetHash);
    expect(new Set([scheme.ruleSetHash, ...hashes]).size, scheme.slug).toBe(layers.length + 1);
    for (const [name, layer] of layers) {
      const applied = appliedOn(scheme, [layer], after);
      expect(appliedOn(scheme, [layer], day("2026-04-30")).ruleSetHash, name).toBe(scheme.ruleSetHash);
      // The same layer gives the same hash, whoever computes it and on whichever later day.
      expect(appliedOn(scheme, [{ ...layer }], day("2026-09-09")).ruleSetHash, name).toBe(applied.ruleSetHash);
    }
    const all = layers.map(([, layer]) => layer);
    expect(hashes).not.toContain(appliedOn(scheme, all, after).ruleSetHash);
  }
});

it("leaves the hash as it is where requests are merely closed, or a doctrine is taken back", () => {
  for (const scheme of openSchemes()) {
    const closed = set("opening", { open: false, note: "Fermé." });
    expect(appliedOn(scheme, [closed], after).ruleSetHash).toBe(scheme.ruleSetHash);
    const reading = layersOf(scheme)["a doubt closed"] as SchemeSetting;
    expect(appliedOn(scheme, [reading, { ...reading, value: null }], after).ruleSetHash).toBe(scheme.ruleSetHash);
  }
});

it("adds and words, and takes no paper, line or rule away", () => {
  for (const scheme of openSchemes()) {
    const papers = scheme.form.documents.map(({ id, required }) => [id, required]);
    for (const layer of Object.values(layersOf(scheme))) {
      const applied = appliedOn(scheme, [layer], after);
      const kept = applied.documents.map(({ id, required }) => [id, required]);
      expect(kept.slice(0, papers.length)).toEqual(papers);
      expect(gridLines(applied.grid).map(({ id }) => id)).toEqual(gridLines(scheme.grid).map(({ id }) => id));
      expect(applied.criteria).toBe(scheme.criteria);
    }
  }
});
