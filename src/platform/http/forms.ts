import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { cleanText, tooLong, trimText } from "#text/index.ts";

/** What a form sent: one text or several a name, in the order of the page. Files are left to their own routes. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** Reads the fields of a POST (urlencoded or multipart). Throws HTTPException 400 on a broken body, 413 on one too large. */
export async function readForm(c: Context): Promise<FormFields> {
  const body = await parsed(c);
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of Object.entries(body)) {
    const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string").map(cleanText);
    const [first, ...rest] = texts;
    if (first !== undefined) fields[name] = rest.length === 0 ? first : texts;
  }
  return fields;
}

async function parsed(c: Context): Promise<Readonly<Record<string, string | File | (string | File)[]>>> {
  try {
    return await c.req.parseBody({ all: true });
  } catch (error) {
    // A body that is not what its type says breaks the parser; the limit of size speaks for itself.
    if (error instanceof TypeError || error instanceof SyntaxError) throw new HTTPException(400, { cause: error });
    throw error;
  }
}

/** The one text of a field, trimmed, "" where nothing of it shows; the last one where a name came several times; "" where it did not come. */
export function text(fields: FormFields, name: string): string {
  const value = fields[name];
  const one = typeof value === "string" ? value : (value?.at(-1) ?? "");
  return trimText(one);
}

/** All the texts of a field. */
export function texts(fields: FormFields, name: string): readonly string[] {
  const value = fields[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

/** The one text of a field, whole; where it is longer than may be kept, its error is added by its name. */
export function textWithin(fields: FormFields, name: string, most: number, errors: Record<string, string>): string {
  const value = text(fields, name);
  const error = tooLong(value, most);
  if (error !== null) errors[name] ??= error;
  return value;
}
