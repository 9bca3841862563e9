import { describe, expect, it } from "vitest";
import { categoryOf } from "./legal-categories.ts";

describe("the category of the text, from INSEE's (D-44)", () => {
  it.each([
    ["1000", "company"],
    ["5710", "company"],
    ["5499", "company"],
    ["6540", "company"],
    ["4110", "public-body"],
    ["7364", "public-body"],
    ["7381", "public-body"],
    ["7331", "educational-body"],
    ["7383", "educational-body"],
    ["7384", "educational-body"],
    ["7410", "gip"],
    ["9220", "association"],
    ["9230", "association"],
    ["9300", "association"],
  ])("%s is %s", (code, category) => expect(categoryOf(code)).toBe(category));

  it.each(["7113", "7171", "7190", "7210", "7220", "7230"])("%s, the State or a collectivity, is none", (code) => {
    expect(categoryOf(code)).toBe("other");
  });

  it.each(["7344", "7346", "7490", "8210", "9210", "9240", "6220", "3220", "2110", "741", "abcd", ""])(
    "%s is to qualify",
    (code) => expect(categoryOf(code)).toBeNull(),
  );

  it("is to qualify where INSEE says nothing", () => expect(categoryOf(null)).toBeNull());
});
