import { describe, expect, it } from "vitest";
import { addItem, insertItem, itemCount, itemValues, pathOf, pointerOf, removeItem } from "./raw.ts";

const bounds = { min: 1, max: 3 };

describe("the map of typed answers", () => {
  it("counts the items of a group", () => {
    expect(itemCount({}, "structures", bounds)).toBe(1);
    expect(itemCount({ "structures.1.headcount": "3" }, "structures", bounds)).toBe(2);
    expect(itemCount({ "structures.length": "2" }, "structures", bounds)).toBe(2);
    expect(itemCount({ "structures.length": "0" }, "structures", bounds)).toBe(1);
    expect(itemCount({ "structures.length": "999999" }, "structures", bounds)).toBe(3);
    expect(itemCount({ "structures.length": "x", "structures.0.a": "" }, "structures", bounds)).toBe(1);
    expect(itemCount({ "structures.99999999.a": "1", "structuresX.2.a": "1" }, "structures", bounds)).toBe(1);
    expect(itemCount({ "structures.2.a": "1", "structures.1.a": "1", other: "1" }, "structures", bounds)).toBe(3);
    expect(itemCount({ "structures.11.a": "1" }, "structures", { min: 1, max: 20 })).toBe(12);
    expect(itemCount({ "structures.length": "x2" }, "structures", bounds)).toBe(1);
    expect(itemCount({ "structures.length": "2x" }, "structures", bounds)).toBe(1);
    expect(itemCount({ "other.2.a": "1", "structures.x1.a": "1", "structures.1x.a": "1" }, "structures", bounds)).toBe(
      1,
    );
    expect(itemCount({ "structures.length": ["2"] }, "structures", bounds)).toBe(1);
  });

  it("adds an item, up to the maximum", () => {
    const one = addItem({ "structures.0.a": "x" }, "structures", bounds);
    expect(one).toEqual({ "structures.0.a": "x", "structures.length": "2" });
    const full = { "structures.length": "3" };
    expect(addItem(full, "structures", bounds)).toBe(full);
  });

  it("removes an item and moves the others up, inner groups with them", () => {
    const raw = {
      route: "collective",
      "structures.length": "3",
      "structures.0.a": "0",
      "structures.1.a": "1",
      "structures.1.phases.length": "2",
      "structures.2.a": "2",
      "structures.2.phases.1.days": ["3"],
    };
    expect(removeItem(raw, "structures", 1, bounds)).toEqual({
      route: "collective",
      "structures.length": "2",
      "structures.0.a": "0",
      "structures.1.a": "2",
      "structures.1.phases.1.days": ["3"],
    });
    expect(removeItem(raw, "structures.2.phases", 1, bounds)).toMatchObject({ "structures.2.phases.length": "1" });
    expect(removeItem(raw, "structures.2.phases", 1, bounds)).not.toHaveProperty(["structures.2.phases.1.days"]);
  });

  it("keeps the fields that come before, and those of other groups", () => {
    const raw = {
      "structures.1.a": "1",
      "structures.0.a": "0",
      "structures.0.b": "",
      "others.1.a": "x",
      "structures.x": "y",
    };
    expect(removeItem(raw, "structures", 1, bounds)).toEqual({
      "structures.length": "1",
      "structures.0.a": "0",
      "structures.0.b": "",
      "others.1.a": "x",
      "structures.x": "y",
    });
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`s.${index}.a`, String(index)]));
    const kept = removeItem(many, "s", 10, { min: 1, max: 20 });
    expect([kept["s.9.a"], kept["s.10.a"], kept["s.11.a"], kept["s.length"]]).toEqual(["9", "11", undefined, "11"]);
  });

  it("puts an item back where it was, whatever was typed in the others since", () => {
    const raw = {
      route: "collective",
      "structures.length": "3",
      "structures.0.a": "0",
      "structures.1.a": "1",
      "structures.1.phases.length": "2",
      "structures.2.a": "2",
      "structures.2.phases.1.days": ["3"],
    };
    const values = itemValues(raw, "structures.1");
    expect(values).toEqual({ a: "1", "phases.length": "2" });
    const removed = removeItem(raw, "structures", 1, bounds);
    expect(insertItem(removed, "structures", 1, values, bounds)).toEqual(raw);
    const typed = { ...removed, "structures.1.b": "neuf" };
    expect(insertItem(typed, "structures", 1, values, bounds)).toEqual({ ...raw, "structures.2.b": "neuf" });
    const last = removeItem(raw, "structures", 2, bounds);
    expect(insertItem(last, "structures", 2, itemValues(raw, "structures.2"), bounds)).toEqual(raw);
  });

  it("puts nothing back into a full group, nor out of its row", () => {
    expect(insertItem({ "structures.length": "3" }, "structures", 1, { a: "1" }, bounds)).toEqual({
      "structures.length": "3",
    });
    const two = { "structures.length": "2" };
    expect(insertItem(two, "structures", 3, { a: "1" }, bounds)).toBe(two);
    expect(insertItem(two, "structures", -1, { a: "1" }, bounds)).toBe(two);
  });

  it("keeps the minimum, emptied", () => {
    expect(removeItem({ "structures.0.a": "x" }, "structures", 0, bounds)).toEqual({ "structures.length": "1" });
  });

  it("leaves the map alone where there is no such item", () => {
    const raw = { "structures.0.a": "x" };
    expect(removeItem(raw, "structures", 1, bounds)).toBe(raw);
    expect(removeItem(raw, "structures", -1, bounds)).toBe(raw);
  });

  it("goes from fields to pointers and back", () => {
    expect(pointerOf("structures.0.headcount")).toBe("/structures/0/headcount");
    expect(pathOf("/structures/0/headcount")).toBe("structures.0.headcount");
    expect(pointerOf("a/b~c")).toBe("/a~1b~0c");
    expect(pathOf("/a~1b~0c")).toBe("a/b~c");
    expect(pointerOf("")).toBe("");
  });
});
