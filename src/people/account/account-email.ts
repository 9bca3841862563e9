import { z } from "zod";
import { readEmail } from "#policy/index.ts";

/** What Better Auth takes besides: an account's address is read once more by it, at each link. */
const taken = z.email();

/** The address of an account as it was typed, without what a paste brings. Null where it is not one. */
export function readAccountEmail(typed: string): string | null {
  const read = readEmail(typed);
  return "value" in read && taken.safeParse(read.value).success ? read.value : null;
}
