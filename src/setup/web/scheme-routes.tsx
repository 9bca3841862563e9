import { frameworkByVersion, type OpenScheme, readWrittenDay } from "#policy/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { askProof, notFound, type RequestContext, type Routes, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import { openProposals } from "#src/platform/settings/versions.ts";
import type { World } from "#src/platform/world.ts";
import {
  frameworkInService,
  GRID_KEY,
  OPENING_KEY,
  PAPERS_KEY,
  schemeInService,
  subjectOf,
} from "#src/schemes/index.ts";
import { urls } from "#src/urls.ts";
import { oneLine, tooLong } from "#text/index.ts";
import { proposeVersion } from "../decide.ts";
import { maySetUp } from "../may.ts";
import { type ReadText, readGrid, readPapers } from "../schemes/typed.ts";
import { requireSetup } from "./guard.ts";
import { SchemeSetupPage, type SchemeSetupProps, SchemesPage } from "./scheme-page.tsx";
import { sayDecided } from "./settings-routes.tsx";

/** What people set of a scheme beside its folder: opening, papers, words of its grid. */
export function schemeRoutes(routes: Routes, world: World): void {
  routes.get(urls.schemesSetup.pattern, (c) => {
    requireSetup(c, "see");
    const schemes = frameworkInService(world).schemes.filter((one): one is OpenScheme => one.status === "open");
    return respondPage(
      c,
      world,
      { title: "Dispositifs", current: urls.administration.href() },
      <SchemesPage schemes={schemes} />,
    );
  });
  routes.get(urls.schemeSetup.pattern, (c) => answerScheme(c, world, requireSetup(c, "see"), {}));
  routes.post(urls.schemeSetup.pattern, (c) => postScheme(c, world));
}

async function answerScheme(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  more: Pick<SchemeSetupProps, "typed" | "errors">,
): Promise<Response> {
  const scheme = schemeInService(world, c.req.param("scheme") ?? "") ?? notFound();
  const subject = subjectOf(scheme.framework, scheme.slug);
  const proposals = (await inTransaction(world.db, "system", openProposals)).filter(
    (one) => one.subject === subject && [PAPERS_KEY, GRID_KEY, OPENING_KEY].includes(one.key),
  );
  const page = (
    <SchemeSetupPage
      scheme={scheme}
      proposals={proposals}
      visitor={visitor.person.id}
      mayPropose={maySetUp(visitor, "propose")}
      mayConfirm={maySetUp(visitor, "confirm")}
      {...more}
    />
  );
  const status = more.errors === undefined ? 200 : 422;
  const breadcrumbs = [{ label: "Dispositifs", href: urls.schemesSetup.href() }, { label: scheme.name }];
  const about = { title: scheme.name, current: urls.administration.href(), breadcrumbs, status } as const;
  return respondPage(c, world, { ...about, density: "compact" }, page);
}

async function postScheme(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSetup(c, "propose");
  const again = await askProof(c, world);
  if (again !== null) return again;
  const scheme = schemeInService(world, c.req.param("scheme") ?? "") ?? notFound();
  const fields = await readForm(c);
  const read = (name: string) => text(fields, name);
  const what = read("objet");
  const made = readLayer(scheme, what, read) ?? notFound();
  const errors: Record<string, string> = { ...made.errors };
  const typedDay = read("effet");
  const from = typedDay === "" ? { value: today(world.clock).toString() } : readWrittenDay(typedDay);
  if ("error" in from) errors.effet = from.error;
  const reason = oneLine(read("motif"));
  const long = tooLong(reason, 500);
  if (long !== null) errors.motif = long;
  if ("error" in from || Object.keys(errors).length > 0) {
    return answerScheme(c, world, visitor, { typed: { what, read }, errors });
  }
  const decided = await proposeVersion(world, visitor, {
    key: made.key,
    subject: subjectOf(scheme.framework, scheme.slug),
    title: `${scheme.name}, ${what}`,
    value: made.value,
    reason,
    effectiveOn: from.value,
    alone: false,
  });
  sayDecided(c, decided, "C’est proposé : une autre personne le confirme.");
  return c.redirect(urls.schemeSetup.href({ scheme: scheme.slug }), 303);
}

interface Layer {
  readonly key: string;
  readonly value: unknown;
  readonly errors: Readonly<Record<string, string>>;
}

/** The layer of a form, read over the scheme's own folder; null for what is none. */
function readLayer(scheme: OpenScheme, what: string, read: ReadText): Layer | null {
  const own = frameworkByVersion(scheme.framework)?.scheme(scheme.slug);
  if (own?.status !== "open") return null;
  if (what === "ouverture") {
    const note = oneLine(read("note"));
    const errors = note.length > 300 ? { note: "300 caractères au plus." } : {};
    return { key: OPENING_KEY, value: { open: read("ouvert") !== "non", note }, errors };
  }
  if (what === "pieces") {
    const { layer, errors } = readPapers(own, read);
    return { key: PAPERS_KEY, value: layer, errors };
  }
  if (what !== "grille") return null;
  const { layer, errors } = readGrid(own, read);
  return { key: GRID_KEY, value: layer, errors };
}
