/** What a spreadsheet would take for a number and spoil: zeros lost in front, digits lost past the twelfth. */
const CODE = /^(?:0\d+|\d{12,})$/;
/** What it would run. */
const FORMULA = /^\s*[=+\-@\t\r\n|]/;

/**
 * A text as a cell that spreadsheets show as it is: a code keeps its digits (="012345678", as they write it
 * themselves), and what begins like a formula is never run.
 */
export function textCell(text: string): string {
  if (CODE.test(text)) return `="${text}"`;
  return FORMULA.test(text) ? `'${text}` : text;
}
