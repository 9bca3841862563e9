import { describe, expect, it } from "vitest";
import { day, frameworkByVersion, frameworkOn, type OpenScheme, type Raw } from "#policy/index.ts";
import { demoApplication, demoOrganisation, structureAnswers } from "#src/demo/file.fixture.ts";
import { knownOf, legalKindOf, sirensIn } from "#src/life/known.ts";
import type { Ledger } from "#src/life/ledger/ledger.ts";
import { leftOf, progressOf, readApplication } from "#src/life/reading.ts";
import { whatIsLeft } from "#src/life/web/words.ts";
import { answersFromLink, firstAnswers, placeAfter, rearranged } from "../begin/begin.ts";
import { submit } from "../filing/submit.ts";

const today = day("2026-03-10");
const { scheme } = (() => {
  const found = frameworkOn(today).scheme("appui-conseil");
  if (found?.status !== "open") throw new Error("the scheme is open");
  return { scheme: found };
})();

function read(raw: Raw, ledgers: ReadonlyMap<string, Ledger> = new Map(), present: readonly string[] = []) {
  return readApplication(
    { scheme: "appui-conseil", framework: "2025-07-15", revision: 0, raw },
    ledgers,
    present,
    today,
  );
}

describe("reading a draft", () => {
  it("takes the days already used from the ledger, whatever was typed", () => {
    const { raw, organisation } = demoApplication(0, { "structures.0.daysAlreadyFunded": "0" });
    const ledger: Ledger = { siren: organisation.siren, measures: { days: 24.5, aid: 1_715_000 }, entries: [] };
    const reading = read(raw, new Map([[organisation.siren, ledger]]));
    expect(reading.raw["structures.0.daysAlreadyFunded"]).toBe("24,5");
    expect(reading.assessment.funding.parties[0]?.measures.days?.allowed).toBe(0.5);
  });

  it("never asks for the days: its gap is that of the SIRET", () => {
    const reading = read(demoApplication(0, { "structures.0.siret": "" }).raw);
    const paths = reading.gaps.map((gap) => gap.path);
    expect(paths).toContain("structures.0.siret");
    expect(paths).not.toContain("structures.0.daysAlreadyFunded");
  });

  it("tells two establishments of one organisation apart from two structures", () => {
    const { raw, organisation } = demoApplication(0);
    const twice = { ...raw, route: "collective", "structures.length": "2", ...structureAnswers(1, organisation) };
    expect(read(twice).errors.get("structures.1.siret")).toContain("même SIREN que celui de la structure 1");
    const apart = { ...twice, ...structureAnswers(1, demoOrganisation(5)) };
    expect(read(apart).errors.size).toBe(0);
  });

  it("says how far each section is", () => {
    const progress = (raw: Raw) => Object.fromEntries(progressOf(read(raw)).map((one) => [one.id, one.state]));
    expect(progress({}).project).toBe("empty");
    expect(progress(demoApplication(0).raw).project).toBe("done");
    expect(progress(demoApplication(0, { title: "" }).raw).project).toBe("begun");
    expect(progress(demoApplication(0, { "structures.0.headcount": "x" }).raw).organisations).toBe("error");
  });
});

describe("an answer that contradicts another", () => {
  const wrong = { "structures.0.phases.0.startsOn": "2026-06-02", "structures.0.phases.0.endsOn": "2026-06-01" };

  it("is to be corrected, not missing", () => {
    const [right, reversed] = [read(demoApplication(0).raw), read(demoApplication(0, wrong).raw)];
    expect(leftOf(reversed)).toEqual({ missing: leftOf(right).missing, wrong: 1 });
    expect(progressOf(reversed).find((one) => one.id === "approach")).toMatchObject({
      missing: 0,
      errors: 1,
      state: "error",
    });
    expect(whatIsLeft({ missing: 0, wrong: 1 })).toBe("1\u00a0réponse est à corriger");
    expect(whatIsLeft({ missing: 2, wrong: 3 })).toBe(
      "Il manque encore 2\u00a0éléments et 3\u00a0réponses sont à corriger",
    );
    expect(whatIsLeft({ missing: 0, wrong: 0 })).toBeNull();
  });
});

describe("filing", () => {
  it("gives every reason at once, each with its place", () => {
    const judged = submit(read(demoApplication(0, { title: "", "structures.0.headcount": "x" }).raw), [], []);
    const paths = judged.ok ? [] : judged.refusals.map((one) => one.path);
    expect(paths).toEqual(
      expect.arrayContaining(["title", "structures.0.headcount", "documents.quote", "declarations.honour"]),
    );
  });

  it("asks an association, and no company, for the republican commitment", () => {
    const asked = (kind: string) => {
      const judged = submit(read(demoApplication(0, { "structures.0.legalKind": kind }).raw), [], []);
      return !judged.ok && judged.refusals.some((one) => one.path === "declarations.republican-commitment");
    };
    expect([asked("association"), asked("foundation"), asked("company")]).toEqual([true, true, false]);
  });
});

describe("beginning", () => {
  it("takes from a link the names that the form knows, and nothing else", () => {
    const link = new URLSearchParams(
      "title=A&structures.0.headcount=12&structures.99999.headcount=1&evil=1&__proto__=1&themes=practices&themes=trainers",
    );
    const boxName = (path: string) => `recherche:${path}`;
    expect(answersFromLink(scheme.form, link, boxName)).toEqual({
      title: "A",
      "structures.0.headcount": "12",
      themes: ["practices", "trainers"],
    });
  });

  it("reads a commune of a link as if it were typed: none is guessed, none that never was is taken", () => {
    const path = "structures.0.commune";
    const read = (commune: string) =>
      answersFromLink(scheme.form, new URLSearchParams({ [path]: commune }), (of) => `recherche:${of}`);
    expect(read("14118")).toEqual({ [path]: "14118" });
    expect(read("Caen")).toEqual({ [path]: "14118" });
    expect(read("14000")).toEqual({ [path]: "14118" });
    for (const typed of ["Vire", "14999"]) expect(read(typed)).toEqual({ [path]: "", [`recherche:${path}`]: typed });
  });

  it("fills what is empty with what is known, and never over an answer", () => {
    const known = {
      "organisation.legalName": "Organisme (fictif)",
      "organisation.headcount": "9",
      "person.email": "a@b.example",
    } as const;
    expect(firstAnswers(scheme, { "structures.0.headcount": "12" }, known, "training-body")).toEqual({
      "structures.0.headcount": "12",
      "structures.0.legalName": "Organisme (fictif)",
      "contact.email": "a@b.example",
    });
    expect(firstAnswers(scheme, {}, {}, "opco").route).toBe("opco");
    expect(firstAnswers(scheme, { route: "individual" }, {}, "network").route).toBe("individual");
  });

  it("names the network that asks, and its SIRET, on its own request (CS-6)", () => {
    const { siret, siren } = demoOrganisation(9);
    const establishment = {
      siret,
      name: null,
      address: null,
      postcode: null,
      commune: "14118",
      isHead: true,
      isOpen: true,
    };
    const network = {
      kind: "network",
      name: "Réseau (fictif)",
      id: "",
      siren,
      source: "declared",
      lookedUpAt: null,
      legalCategory: null,
      mainActivity: null,
      createdOn: null,
      headcount: null,
      headcountBand: null,
      declarationNumber: null,
      qualiopi: null,
      qualiopiCategories: [],
      opco: null,
      establishments: [establishment],
    } as const;
    const person = { name: "Personne", email: "a@b.example", phone: null, jobTitle: null };
    const raw = firstAnswers(scheme, {}, knownOf(network, person), "network");
    expect([raw.route, raw["bearer.name"], raw["bearer.siret"]]).toEqual(["collective", "Réseau (fictif)", siret]);
    expect(raw["structures.0.siret"]).toBeUndefined();
  });

  it("adds and takes away items of the groups that the form has", () => {
    const one = rearranged(scheme.form, { "provider.consultants.0.name": "A" }, "provider.consultants", "");
    expect(one["provider.consultants.length"]).toBe("2");
    expect(placeAfter("provider.consultants", "", one)).toBe("provider.consultants.1");
    expect(rearranged(scheme.form, one, "", "provider.consultants.0")["provider.consultants.length"]).toBe("1");
    const nested = rearranged(scheme.form, {}, "structures.0.phases", "");
    expect(nested["structures.0.phases.length"]).toBe("2");
    for (const wrong of ["nothing", "structures.0", "title", "__proto__", "structures.-1.phases", "a".repeat(300)]) {
      expect(rearranged(scheme.form, one, wrong, "")).toBe(one);
      if (wrong !== "structures.0") expect(rearranged(scheme.form, one, "", wrong)).toBe(one);
    }
  });

  it.each([
    ["9220", "association"],
    ["9300", "foundation"],
    ["5710", "company"],
    ["1000", "company"],
    ["7331", "public-body"],
    ["8210", "other"],
    [null, null],
    ["x", null],
  ])("reads legal category %s as %s", (category, kind) => {
    expect(legalKindOf(category)).toBe(kind);
  });

  it("reads a SIREN only where the SIRET is a true one", () => {
    const { siret, siren } = demoOrganisation(3);
    const spaced = `${siret.slice(0, 3)} ${siret.slice(3)}`;
    expect(sirensIn(consultingScheme(), { "structures.1.siret": spaced, "structures.0.siret": "123" })).toEqual([
      null,
      siren,
    ]);
  });
});

function consultingScheme(): OpenScheme {
  const scheme = frameworkByVersion("2025-07-15")?.scheme("appui-conseil");
  if (scheme?.status !== "open") throw new Error("consulting support is not open");
  return scheme;
}
