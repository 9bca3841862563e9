import type { Raw } from "#policy/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { addressWords } from "#text/index.ts";
import { makeCommittee } from "../acts.ts";
import { findCommittee, listCommittees } from "../committee-store.ts";
import { committeeForm } from "../forms.ts";
import { kindsRunBy } from "../may.ts";
import { CommitteesPage } from "./committees-page.tsx";

const none: ReadonlyMap<string, string> = new Map();

/** All the committees that a visitor may read, and a new one made. */
export function listRoutes(routes: Routes, world: World): void {
  routes.get(urls.committees.pattern, (c) => answerCommittees(c, world, requireSignedIn(c), {}, none));
  routes.post(urls.committees.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const kinds = kindsRunBy(visitor);
    if (kinds.length === 0) notFound();
    const fields = await readForm(c);
    const { answers, errors } = readPlainForm(committeeForm, fields);
    const all = new Map(errors);
    const { kind, name = "", purpose = "", quorum } = answers;
    if (kind != null && !kinds.includes(kind))
      all.set("kind", "Votre rôle ne permet pas de créer cette nature d’instance.");
    const slug = addressWords(name ?? "", 80);
    if (all.size === 0 && slug === "") all.set("name", "Donnez un nom avec des lettres.");
    if (all.size === 0 && (await inTransaction(world.db, "system", (tx) => findCommittee(tx, slug))) !== null) {
      all.set("name", "Une instance porte déjà ce nom.");
    }
    if (all.size > 0 || kind == null) return answerCommittees(c, world, visitor, fields, all);
    await makeCommittee(world, visitor, {
      slug,
      kind,
      name: name ?? "",
      purpose: purpose ?? "",
      quorumPercent: quorum ?? 0,
    });
    setFlash(c, "success", "L’instance est créée. Donnez maintenant les sièges.");
    return c.redirect(urls.committee.href({ slug }), 303);
  });
}

async function answerCommittees(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
): Promise<Response> {
  const found = await inTransaction(world.db, readerOf(visitor), listCommittees);
  return respondPage(
    c,
    world,
    { title: "Instances", current: urls.committees.href(), status: errors.size > 0 ? 422 : 200 },
    <CommitteesPage committees={found} mayMake={kindsRunBy(visitor).length > 0} raw={raw} errors={errors} />,
  );
}
