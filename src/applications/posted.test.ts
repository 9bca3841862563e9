import { describe, expect, it } from "vitest";
import type { AskedHere } from "#policy/index.ts";
import { readPosted } from "./posted.ts";
import { communes } from "./web/communes.ts";

type Control = AskedHere["question"]["control"];

function asked(path: string, control: Control): Pick<AskedHere, "question" | "path"> {
  return { path, question: { type: "question", id: path, path: [path], label: path, control, required: "always" } };
}

const town = asked("structures.0.commune", { kind: "commune" });
const box = "recherche:structures.0.commune";

function read(fields: Record<string, string | string[]>, question = town) {
  return Object.fromEntries(readPosted(fields, [question], communes));
}

describe("reading what a page sends", () => {
  it("keeps texts as they were typed, and drops names that the page does not show", () => {
    const title = asked("title", { kind: "text", maxLength: 10 });
    expect(read({ title: "  Trop long pour ce champ  ", other: "x" }, title)).toEqual({
      title: "  Trop long pour ce champ  ",
    });
  });

  it("reads an emptied list of boxes as empty, and leaves what did not travel", () => {
    const themes = asked("themes", { kind: "choices", options: [] });
    expect(read({ themes: "" }, themes)).toEqual({ themes: [] });
    expect(read({}, themes)).toEqual({});
  });

  it("finds a commune by its only name", () => {
    expect(read({ [town.path]: "", [box]: "Lisieux" })).toEqual({ [town.path]: "14366", [box]: "" });
  });

  it("keeps the text beside when several communes answer to it", () => {
    expect(read({ [town.path]: "", [box]: "Saint-Martin" })).toEqual({ [town.path]: "", [box]: "Saint-Martin" });
  });

  it("keeps the commune chosen in a list", () => {
    const { [town.path]: code } = read({ [town.path]: "14366", [box]: "Lisieux (14100, Calvados)" });
    expect(code).toBe("14366");
    expect(read({ [town.path]: "14118", [box]: "Ca" })[town.path]).toBe("14118");
  });

  it("forgets the commune when its box is rewritten or emptied", () => {
    expect(read({ [town.path]: "14366", [box]: "Vire Normandie" })[town.path]).toBe("14762");
    expect(read({ [town.path]: "14366", [box]: "" })).toEqual({ [town.path]: "", [box]: "" });
  });
});
