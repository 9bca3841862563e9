import { describe, expect, it } from "vitest";
import {
  canonicalJson,
  day,
  frameworkByVersion,
  frameworkInForceOn,
  frameworkOn,
  frameworks,
  type OpenScheme,
  tagsOfKind,
} from "./index.ts";

const framework = frameworkOn(day("2026-03-02"));

function consultingSupport(): OpenScheme {
  const scheme = framework.scheme("appui-conseil");
  if (scheme?.status !== "open") throw new Error("consulting support is not open");
  return scheme;
}

describe("the framework", () => {
  it("is chosen by the day of filing", () => {
    expect(framework.version).toBe("2025-07-15");
    expect(frameworkOn(day("2025-07-15")).version).toBe("2025-07-15");
    expect(frameworkInForceOn(day("2025-07-15"))).toBe(framework);
    expect(frameworkInForceOn(day("2025-07-14"))).toBeNull();
    expect(() => frameworkOn(day("2025-07-14"))).toThrow("in force on 2025-07-14");
    expect(frameworkByVersion("2025-07-15")).toBe(framework);
    expect(frameworkByVersion("2024-01-01")).toBeNull();
    expect(frameworks.map((one) => one.version)).toEqual(["2025-07-15"]);
  });

  it("has four axes, four transitions, four objectives, and every scheme on an axis", () => {
    const counted = (["axis", "transition", "objective", "purpose"] as const).map((kind) =>
      tagsOfKind(framework.tags, kind),
    );
    expect(counted.map((list) => list.length)).toEqual([4, 4, 4, 3]);
    const axes = framework.axes.map((axis) => axis.id);
    for (const scheme of framework.schemes) {
      expect(axes).toContain(scheme.axis);
      expect(framework.scheme(scheme.slug)).toBe(scheme);
      expect(scheme.passages.length).toBeGreaterThan(0);
    }
    expect(framework.scheme("inconnu")).toBeNull();
    expect(framework.schemes.map((scheme) => `${scheme.provision} ${scheme.slug} ${scheme.status}`)).toEqual([
      "1.a e3d information",
      "1.b appui-conseil open",
      "2.a communotic information",
      "2.b evenements information",
      "2.c transitions open",
      "2.d modernisation open",
      "3 professionnalisation information",
    ]);
  });

  it("covers every provision of consulting support, by rule, form, paper, grid or words", () => {
    const scheme = consultingSupport();
    const said = canonicalJson([scheme.criteria, scheme.form, scheme.grid, scheme.passages, scheme.figures]);
    for (let id = 1; id <= 18; id++) expect(said, `CS-${id}`).toContain(`"CS-${id}"`);
    expect(said).toContain('"E3D-2"');
    for (let id = 11; id <= 25; id++) expect(scheme.doubts.map((doubt) => doubt.id)).toContain(`D-${id}`);
  });

  it("has rules with a hash", () => {
    expect(consultingSupport().ruleSetHash).toMatch(/^[0-9a-f]{64}$/);
    expect(consultingSupport().ruleSetHash).toMatchInlineSnapshot(
      `"4f00a5bbcc6032cba4165a162c8fe07235918d146a0557245cc93239b0cd3111"`,
    );
  });

  it("writes French with its spaces", () => {
    const texts = [...canonicalJson(frameworks).matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
    const french = texts.filter((text) => /[a-zéèà]{3} [a-zéèà]{2}/i.test(text));
    expect(french.length).toBeGreaterThan(200);
    for (const text of french) expect(text).not.toMatch(/ [:;?!»%€]|« |\w'\w|\.\.\./);
  });

  it("is plain data, but for its functions", () => {
    const { criteria, form } = consultingSupport();
    expect(JSON.parse(JSON.stringify({ criteria, form }))).toEqual({ criteria, form });
  });
});
