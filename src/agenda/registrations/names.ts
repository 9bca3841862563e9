/** A person's name as it is kept, or null where it is none. */
export function readName(typed: string): string | null {
  const name = typed.replace(/\s+/g, " ").trim();
  return name === "" || name.length > 120 ? null : name;
}
