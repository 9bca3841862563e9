import type { Visitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { DecideProps } from "./decide-form.tsx";
import { mayModerate } from "./may.ts";
import type { Moderated } from "./moderation.ts";
import { findSubject } from "./subjects.ts";

/** What a moderator may decide of this now; null for everyone else, and where nothing is to be decided. */
export async function decidable(tx: Tx, visitor: Visitor, about: Moderated, id: string): Promise<DecideProps | null> {
  if (!mayModerate(visitor, "decide")) return null;
  const subject = await findSubject(tx, about, id);
  return subject === null || subject.possible.length === 0 ? null : { subject };
}
