import { describe, expect, test } from "vitest";
import { day, frameworkOn, type Group, type Item, type OpenScheme, readRaw } from "#policy/index.ts";
import { changeItems } from "./moves.ts";
import { MOST_LINES, pasteLines } from "./paste.ts";
import { readQuery } from "./query.ts";

function scheme(): OpenScheme {
  const found = frameworkOn(day("2026-03-10")).scheme("modernisation");
  if (found?.status !== "open") throw new Error("closed");
  return found;
}

const form = scheme().simulatorForm;
const isCosts = (item: Item): item is Group => item.type === "group" && item.id === "costs";
const [costs] = form.sections.flatMap((section) => section.items).filter(isCosts);
if (costs === undefined) throw new Error("no costs");
const paste = (text: string, raw = {}) => pasteLines(costs, "costs", raw, text, costs.max);

describe("lines of a spreadsheet", () => {
  test("become items, a cell a question, in the order of the form", () => {
    const raw = paste(
      "Nature\tMontant hors taxes\nSite internet\t15 000,50\t3000,10\tnon\r\n\nachats durables\t1000\n",
    );
    expect(raw).toMatchObject({
      "costs.0.nature": "website",
      "costs.0.amount": "15 000,50",
      "costs.0.vat": "3000,10",
      "costs.0.vatRecoverable": "non",
      "costs.1.nature": "sustainable-purchasing",
      "costs.length": "2",
    });
    const { answers, errors } = readRaw(form, raw, () => true);
    expect(errors).toEqual([]);
    expect(answers.costs).toMatchObject([
      { amount: 1_500_050, vat: 300_010, vatRecoverable: false },
      { amount: 100_000 },
    ]);
  });

  test("come after what is filled, and in the place of what is empty", () => {
    expect(
      paste("Autre dépense;10", { "costs.length": "3", "costs.0.amount": "5", "costs.1.amount": "" }),
    ).toMatchObject({
      "costs.0.amount": "5",
      "costs.1.nature": "other",
      "costs.length": "2",
    });
  });

  test("keep what no list holds, for the form to say what is wrong", () => {
    const { errors } = readRaw(form, paste("Licorne\tbeaucoup"), () => true);
    expect(errors.map(({ path }) => path)).toEqual(["costs.0.nature", "costs.0.amount"]);
  });

  test("stop at what an address can hold; nothing pasted changes nothing but the count", () => {
    const many = Array.from({ length: 500 }, () => "Autre dépense\t1").join("\n");
    expect(paste(many)["costs.length"]).toBe(String(MOST_LINES));
    expect(paste(" \n\t\n", { "costs.0.amount": "5" })).toEqual({ "costs.0.amount": "5", "costs.length": "1" });
  });

  test("come by the button of the very list, and no other", () => {
    const asked = (text: string) => readQuery(form, new URLSearchParams(text), (name) => name);
    const changed = changeItems(form, {}, asked("coller=costs&lignes:costs=Site internet%09100"));
    expect(changed).toMatchObject({ at: "costs.0", raw: { "costs.0.nature": "website", "costs.0.amount": "100" } });
    expect(changeItems(form, {}, asked("coller=../etc&lignes:../etc=1"))).toBeNull();
  });
});
