import { readDayText, readMoneyText } from "#src/reviews/web/index.ts";
import type { OutsideInput } from "./input.ts";

/** One line of a spreadsheet: the file it names, and what it says of it. */
export interface ReadLine {
  readonly row: number;
  readonly number: string;
  readonly input: OutsideInput;
}

/** Reads a line: what it does not say is refused by the act, in its own words. */
export function readLine(
  row: number,
  [number = "", selected = "", day = "", reference = "", total = ""]: readonly string[],
): ReadLine {
  return {
    row,
    number,
    input: {
      isSelected: readYesNo(selected),
      decidedOn: readDayText(day),
      reference,
      retained: total === "" ? null : readMoneyText(total),
    },
  };
}

export function readYesNo(typed: string): boolean | null {
  const word = typed.trim().toLowerCase();
  if (word === "oui") return true;
  return word === "non" ? false : null;
}
