import { describe, expect, it } from "vitest";
import { funderPdf, template } from "./index.ts";
import { bareLetterheadFixture, letterheadFixture } from "./letterhead.fixture.ts";
import { pullProof } from "./proof.ts";
import { renderPdf } from "./render.ts";

const specimen = template<{ letterhead: ReturnType<typeof letterheadFixture>; subject: string; words: string }>(
  "platform/documents/specimen.typ",
);
const data = { letterhead: letterheadFixture(), subject: "Essai", words: "Bonjour" };

const logo = {
  format: "svg" as const,
  bytes: new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18" fill="#0b4a6f"/></svg>',
  ),
  alt: "Région d’Exemple",
};

describe("a document", () => {
  it("is a tagged PDF/UA-1 with a title and a language", async () => {
    const { pdf, sha256 } = await renderPdf(specimen, data);
    const bytes = new TextDecoder("latin1").decode(pdf);
    expect(bytes.startsWith("%PDF-1.7")).toBe(true);
    expect(bytes).toContain("pdfuaid:part");
    expect(bytes).toContain("/MarkInfo");
    expect(bytes).toMatch(/\/Lang ?\(fr-FR\)/);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("has the same bytes each time, whatever was set in between", async () => {
    const others = Array.from({ length: 20 }, (_, index) => ({ ...data, words: `Lettre ${index}` }));
    const [first, ...between] = await Promise.all([data, ...others].map((it) => renderPdf(specimen, it)));
    const again = await renderPdf(specimen, structuredClone(data));
    expect(again.sha256).toBe(first?.sha256);
    expect(new Set(between.map((it) => it.sha256)).size).toBe(others.length);
  });

  it("never cuts « reste-t-il » between two lines, wherever the line ends", () => {
    const inverted = ["reste-t-il", "a-t-elle", "doit-elle", "peut-on"];
    for (let before = 20; before < 60; before += 1) {
      const words = `${"Mot ".repeat(before)}${inverted.join(" ")} la suite`;
      const { runs } = pullProof(specimen, { ...data, words });
      for (const one of inverted) expect([before, runs.some((run) => run.includes(one))]).toEqual([before, true]);
    }
  });

  it("bears the issuer, its office, its reference and its date", () => {
    const proof = pullProof(specimen, data);
    for (const words of [
      "Région d’Exemple",
      "02 00 00 00 00",
      "AC-2026-0042",
      "Caen, le 3 mars 2026",
      "Page 1 sur 1",
    ]) {
      expect(proof.says(words), words).toBe(true);
    }
    expect(proof.warnings).toEqual([]);
    expect(pullProof(specimen, { ...data, letterhead: bareLetterheadFixture() }).says("Le 1er mars 2026")).toBe(true);
  });

  it("shows the logo it is given, and says when it is only a draft", async () => {
    const plain = await renderPdf(specimen, data);
    const marked = await renderPdf(specimen, data, { logo });
    expect(marked.sha256).not.toBe(plain.sha256);
    const funder = { name: "Région d’Exemple", logo: null };
    expect((await funderPdf({ funder }, specimen, data)).sha256).toBe(plain.sha256);
    const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const drawn = await funderPdf({ funder: { ...funder, logo: { base64: png, sha256: "" } } }, specimen, data);
    expect(drawn.sha256).not.toBe(plain.sha256);
    expect(Buffer.from(drawn.pdf).toString("latin1")).toMatch(/\/Subtype \/Image/);
    expect(pullProof(specimen, data, { preview: true }).says("sans valeur juridique")).toBe(true);
    expect(pullProof(specimen, data).says("sans valeur juridique")).toBe(false);
  });

  it("refuses data that do not fit with the name of the layout, and goes on", async () => {
    const broken = { ...data, letterhead: { ...data.letterhead, issuedOn: "soon" } };
    await expect(renderPdf(specimen, broken)).rejects.toThrow(/specimen\.typ cannot be set: ".+"/);
    await expect(renderPdf(specimen, data)).resolves.toBeDefined();
  });
});

describe("typed text", () => {
  const hostile = [
    '#eval("1+1")',
    '#import "/platform/documents/page.typ"',
    "$ x^2 $ @ref <label> *gras* _ital_ `code` = titre",
    "\\u{41} \\ // commentaire /* bloc */",
    "- liste + liste / terme: x",
    '#{panic("non")} [crochets] {accolades}',
    "<script>alert(1)</script> & &amp; \"'",
    "https://exemple.fr/?a=1&b=2 ~ -- --- ...",
  ];

  it.each(hostile)("stands as it was typed: %s", (words) => {
    const proof = pullProof(specimen, { ...data, subject: words, words });
    expect(proof.says(words)).toBe(true);
    expect(proof.warnings).toEqual([]);
  });

  it("prints Chinese, Japanese and Korean as they were typed, in a document that stays PDF/UA-1, with the same bytes each time", async () => {
    const job = { ...data, words: "Société 株式会社サクラ, 北京市朝阳区, 서울특별시 직업훈련원 «\u202fdevis\u202f»" };
    const proof = pullProof(specimen, job);
    expect([proof.says(job.words), proof.says("□"), proof.warnings]).toEqual([true, false, []]);
    const [one, two] = [await renderPdf(specimen, job), await renderPdf(specimen, job)];
    expect(new TextDecoder("latin1").decode(one.pdf)).toContain("pdfuaid:part");
    expect(two.sha256).toBe(one.sha256);
    // Only the signs that are used are carried along.
    expect(one.pdf.length).toBeLessThan(200_000);
    expect(pullProof(specimen, data).warnings).toEqual([]);
  });

  it.each([
    ["emoji", "Bravo 🎉 👩‍🏫 🇫🇷 1️⃣"],
    ["Arabic", "مرحبا بكم في التكوين"],
    ["other scripts", "漢字 नमस्ते Ελλάδα"],
    ["a very long word", "x".repeat(3000)],
    ["ten thousand characters", "Une phrase de plus. ".repeat(500)],
    ["nothing", ""],
    ["nothing that shows", " \u200b\u200d\u2060\ufe0f\u00a0\u3164"],
    ["line feeds alone", "\n\n\n"],
  ])("is set without harm: %s", (_, words) => {
    expect(pullProof(specimen, { ...data, words }).warnings).toEqual([]);
  });
});
