/** Where a page of the queue begins: after (or before) the row that has this sort value and this id. */
export interface Cursor {
  readonly way: "after" | "before";
  /** The row's sort value as text: an instant, a day, cents or a name. Empty where the row has none. */
  readonly value: string;
  readonly id: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** As it travels in an address. */
export function writeCursor(cursor: Cursor): string {
  const way = cursor.way === "after" ? "s" : "p";
  return `${way}${Buffer.from(`${cursor.id}${cursor.value}`, "utf8").toString("base64url")}`;
}

/** Anything but what `writeCursor` writes is no cursor: the first page is shown. */
export function readCursor(text: string): Cursor | null {
  if (!/^[sp][A-Za-z0-9_-]{48,700}$/.test(text)) return null;
  const decoded = Buffer.from(text.slice(1), "base64url").toString("utf8");
  const id = decoded.slice(0, 36);
  const value = decoded.slice(36);
  if (!uuid.test(id) || value.includes("\0") || value.includes("\ufffd")) return null;
  return { way: text.startsWith("s") ? "after" : "before", value, id };
}
