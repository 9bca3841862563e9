import { describe, expect, test } from "vitest";
import { day, frameworkOn, type OpenScheme, type Raw, readRaw } from "#policy/index.ts";
import { changeItems, placeIn } from "./moves.ts";
import { linkable, MOST_LONG_ITEMS, readQuery } from "./query.ts";
import { stepFor, stepLabel, stepsOf } from "./steps.ts";

function scheme(): OpenScheme {
  const found = frameworkOn(day("2026-03-10")).scheme("appui-conseil");
  if (found?.status !== "open") throw new Error("closed");
  return found;
}

const form = scheme().simulatorForm;

function steps(raw: Raw) {
  return stepsOf(form, raw, readRaw(form, raw).answers);
}

function query(text: string) {
  return readQuery(form, new URLSearchParams(text), (name) => `recherche:${name}`);
}

describe("the screens", () => {
  test("ask one thing each, and how many structures only of who files for several", () => {
    expect(steps({ route: "individual" }).map(({ id }) => id)).not.toContain("structures");
    const several = steps({ route: "collective", "structures.length": "2" });
    expect(several.map(({ id }) => id)).toContain("structures");
    expect(several.map(({ id }) => id)).toContain("structures.1.headcount");
  });

  test("follow the answers", () => {
    const plans = "structures.0.plansToServeJobSeekers";
    expect(steps({}).map(({ id }) => id)).not.toContain(plans);
    expect(steps({ "structures.0.servesJobSeekers": "non" }).map(({ id }) => id)).toContain(plans);
  });

  test("are found from what is missing: the very question, or the block that holds it", () => {
    const all = steps({ route: "collective", "structures.length": "2" });
    expect(stepFor("/structures/1/headcount", all)?.id).toBe("structures.1.headcount");
    expect(stepFor("/structures/0/phases/0/days", all)?.id).toBe("structures.0.phases");
    expect(stepFor("/provider/consultants", all)?.id).toBe("provider.consultants");
    expect(stepFor("/provider", all)?.id).toBe("provider.createdOn");
    expect(stepFor("/elsewhere", all)).toBeNull();
  });

  test("say which structure they are about, where there are several", () => {
    const one = steps({ route: "individual" });
    const two = steps({ route: "collective", "structures.length": "2" });
    const label = (all: typeof one) =>
      all.filter(({ id }) => id === "structures.0.headcount").map((step) => stepLabel(step, all));
    expect(label(one)[0]).toMatch(/^Combien/);
    expect(label(two)[0]).toMatch(/^Structure 1 : Combien/);
  });

  test("have a first, a last, and one asked for", () => {
    const all = steps({});
    expect(placeIn(all, null)?.step.id).toBe("route");
    expect(placeIn(all, "nowhere")?.step.id).toBe("route");
    expect(placeIn(all, "otherPublicFunding")?.next).toBeNull();
    expect(placeIn([], null)).toBeNull();
  });
});

describe("the address", () => {
  test("is read for the questions of the form alone", () => {
    const { raw, typed } = query(
      "route=individual&evil=1&structures.0.headcount=6&recherche:structures.0.commune=caen&recherche:evil=1",
    );
    expect(raw).toEqual({ route: "individual", "structures.0.headcount": "6" });
    expect([...typed]).toEqual([["structures.0.commune", "caen"]]);
  });

  test("keeps several values, and drops what could harm", () => {
    const long = "x".repeat(5_000);
    const { raw } = query(`provider.fields=a&provider.fields=b&route=a%00b&structures.0.headcount=${long}`);
    expect(raw["provider.fields"]).toEqual(["a", "b"]);
    expect(raw.route).toBe("ab");
    expect(raw["structures.0.headcount"]).toHaveLength(2_000);
  });

  test("holds no more structures than it can carry", () => {
    const { raw } = query(`structures.length=200&structures.${MOST_LONG_ITEMS}.headcount=6&structures.1.headcount=6`);
    expect(raw).toEqual({ "structures.length": String(MOST_LONG_ITEMS), "structures.1.headcount": "6" });
  });

  test("leaves out what is empty and counts that the items say", () => {
    const raw = {
      route: "",
      "structures.length": "1",
      "structures.0.phases.length": "2",
      "structures.0.phases.1.days": "3",
      "provider.consultants.length": "2",
      "provider.fields": [],
    };
    expect(linkable(raw)).toEqual({ "structures.0.phases.1.days": "3", "provider.consultants.length": "2" });
  });
});

describe("repeated items", () => {
  test("are added where the button says, and nowhere else", () => {
    const changed = changeItems(form, { "structures.0.phases.0.days": "3" }, query("ajouter=structures.0.phases"));
    expect(changed?.at).toBe("structures.0.phases.1");
    expect(changed?.raw["structures.0.phases.length"]).toBe("2");
    expect(changeItems(form, {}, query("ajouter=provider"))).toBeNull();
    expect(changeItems(form, {}, query("ajouter=../etc"))).toBeNull();
    expect(changeItems(form, {}, query("route=individual"))).toBeNull();
  });

  test("are taken away, those after moving up", () => {
    const raw = { "structures.0.phases.0.days": "3", "structures.0.phases.1.days": "4" };
    const changed = changeItems(form, raw, query("retirer=structures.0.phases.0"));
    expect(changed?.raw["structures.0.phases.0.days"]).toBe("4");
    expect(changed?.at).toBe("structures.0.phases.0");
    expect(changeItems(form, raw, query("retirer=structures.0.phases.x"))).toBeNull();
    expect(changeItems(form, raw, query("retirer=route"))).toBeNull();
  });

  test("stop at what an address can hold", () => {
    const full = { "structures.length": String(MOST_LONG_ITEMS) };
    expect(changeItems(form, full, query("ajouter=structures"))?.raw).toEqual(full);
  });
});

describe("an address", () => {
  test("keeps every value of a name asked several times, in order, and the first text typed in a box", () => {
    const read = query("provider.fields=pedagogy&route=opco&provider.fields=digitalisation&provider.fields=pedagogy");
    expect(read.raw).toEqual({ route: "opco", "provider.fields": ["pedagogy", "digitalisation", "pedagogy"] });
    const box = "recherche:structures.0.commune";
    expect([...query(`${box}=Caen&${box}=Rouen`).typed]).toEqual([["structures.0.commune", "Caen"]]);
  });

  test.each(["__proto__", "constructor", "toString", "recherche:__proto__", "structures.0.__proto__"])(
    "drops %s, which the form does not know",
    (name) => {
      const read = query(`${name}=1&${name}=2`);
      expect(Object.keys(read.raw)).toEqual([]);
      expect(read.typed.size).toBe(0);
    },
  );
});
