/** Rows of cells written as text: what a spreadsheet copies (tabs) or saves (semicolons, commas). */

export type Separator = "\t" | ";" | ",";

/** The separator of a text: a tab anywhere says that it was copied; else the most frequent of the first line. */
export function separatorOf(text: string): Separator {
  const [first = ""] = text.split("\n", 1);
  if (text.includes("\t")) return "\t";
  const count = (mark: string) => first.split(mark).length;
  return count(",") > count(";") ? "," : ";";
}

/**
 * The rows of a text. A cell that begins with a quotation mark goes to the next lone one, line ends and separators
 * included; one that is never closed is a text like another.
 */
export function parseDelimited(text: string, separator: Separator = separatorOf(text)): readonly (readonly string[])[] {
  const source = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= source.length) {
    const quoted = source[at] === '"' ? readQuoted(source, at, separator) : null;
    const end = quoted?.end ?? endOfCell(source, at, separator);
    row.push(quoted?.text ?? source.slice(at, end));
    if (source[end] !== separator) {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  // The line end that closes the last row opens no other one.
  if (source.endsWith("\n")) rows.pop();
  return /^sep=.$/i.test(rows[0]?.join(separator) ?? "") ? rows.slice(1) : rows;
}

function endOfCell(source: string, from: number, separator: string): number {
  for (let at = from; at < source.length; at++) if (source[at] === separator || source[at] === "\n") return at;
  return source.length;
}

function readQuoted(source: string, from: number, separator: string): { text: string; end: number } | null {
  let text = "";
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] !== '"') {
      text += source[at];
    } else if (source[at + 1] === '"') {
      text += '"';
      at += 1;
    } else {
      const end = at + 1;
      const isClosed = end === source.length || source[end] === separator || source[end] === "\n";
      return isClosed ? { text, end } : null;
    }
  }
  return null;
}
