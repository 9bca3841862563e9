import { describe, expect, it } from "vitest";
import { isValidOn } from "../../engine/framework/source.ts";
import { tagsOfKind } from "../../engine/framework/tag.ts";
import { day } from "../../engine/values/day.ts";
import { sources } from "./sources.ts";
import { tagFamilies, tags, transitionWords } from "./tags.ts";

const unique = (list: readonly string[]) => expect(list.length).toBe(new Set(list).size);
const codesOn = (on: string) => sources.filter((source) => isValidOn(source, day(on))).map((source) => source.code);

describe("tags", () => {
  it("have ids of their own over all families, and every family has some", () => {
    unique(tags.map((tag) => tag.id));
    expect([...new Set(tags.map((tag) => tag.kind))]).toEqual(tagFamilies.map((family) => family.kind));
  });

  it("count the three lists of transitions of the text under the four of the strategy (D-08)", () => {
    const four = tagsOfKind(tags, "transition").map((tag) => tag.id);
    expect(four).toEqual(["digital", "ecological", "demographic", "societal"]);
    for (const { tag } of transitionWords) if (tag !== null) expect(four).toContain(tag);
    expect(transitionWords.find((one) => one.word.startsWith("énergétique"))?.tag).toBe("ecological");
    expect(transitionWords.filter((one) => one.tag === null).map((one) => one.word)).toEqual([
      "technologiques et scientifiques",
    ]);
  });
});

describe("sources of money", () => {
  it("have codes of their own and periods that begin before they end", () => {
    unique(sources.map((source) => source.code));
    for (const { from, until } of sources) if (from !== null && until !== null) expect(from < until).toBe(true);
  });

  it("hold from their first day to their last, both included", () => {
    expect(codesOn("2023-12-31")).toContain("pact-2019-2023");
    expect(codesOn("2024-01-01")).not.toContain("pact-2019-2023");
    expect(codesOn("2023-12-31")).not.toContain("pact-2024-2027");
    expect(codesOn("2027-12-31")).toEqual(expect.arrayContaining(["pact-2024-2027", "esf-plus-2021-2027", "region"]));
    expect(codesOn("2028-01-01")).toEqual(["region", "state", "opco", "other-public", "private", "in-kind", "own"]);
  });
});
