import { partAt, type Raw } from "#policy/index.ts";
import { findPartner, lockApplication, policyDay, type RawValue, schemeOf } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { communeQueryName } from "#src/ui/index.ts";
import { type Saved, writeDraft } from "../draft/drafts.ts";
import type { PostedDraft } from "../draft/merge.ts";
import { editsOfPart } from "./edits-of-part.ts";
import { throughPartner } from "./project.ts";

/** How the parts of a field are named: the answer, and the text typed in the box of a commune. */
const NAMED = [(path: string) => path, communeQueryName];

/**
 * Keeps what a partner sends of its own part, merged with what its colleagues and the lead wrote since. `shownAt` is where
 * the part stood when the page was made: parts before it may have come or gone since.
 */
export function savePart(
  world: World,
  visitor: SignedVisitor,
  partnerId: string,
  posted: PostedDraft,
  shownAt: string,
): Promise<Saved> {
  return inTransaction(world.db, throughPartner(visitor, partnerId, true), async (tx): Promise<Saved> => {
    const partner = await findPartner(tx, partnerId);
    const application = partner === null ? null : await lockApplication(tx, partner.applicationId);
    if (application?.state !== "draft") return { kind: "forbidden" };
    const { consortium } = schemeOf(application, policyDay(world.clock.now())).scheme;
    const part = consortium === undefined ? null : partAt(consortium, application.raw, partnerId);
    if (consortium === undefined || part === null) return { kind: "absent" };
    const values = new Map<string, RawValue>();
    const undecided = new Set<string>();
    for (const field of consortium.writes) {
      for (const name of NAMED) {
        const [from, to] = [name(`${shownAt}.${field}`), name(`${part}.${field}`)];
        const value = posted.values.get(from);
        if (value !== undefined) values.set(to, value);
        if (posted.undecided?.has(from) === true) undecided.add(to);
      }
    }
    const namesIn = (raw: Raw) => {
      const place = partAt(consortium, raw, partnerId);
      return place === null ? [] : consortium.writes.flatMap((field) => NAMED.map((name) => name(`${place}.${field}`)));
    };
    return writeDraft(world, tx, visitor, application, {
      ...posted,
      values,
      undecided,
      asSeen: (edits) => editsOfPart(application.raw, edits, namesIn),
    });
  });
}
