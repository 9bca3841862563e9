import { type Framework, type OpenScheme, readWrittenDay } from "#policy/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { askProof, notFound, type RequestContext, type Routes, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import { comingVersions, versionsOf } from "#src/platform/settings/versions.ts";
import type { World } from "#src/platform/world.ts";
import { frameworkInService, readingKey, subjectOf } from "#src/schemes/index.ts";
import { formatDay } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { lengthOf } from "#text/index.ts";
import { proposeVersion } from "../decide.ts";
import { effectsOf, readingsOnApplications } from "../doctrine/effects.ts";
import { maySetUp } from "../may.ts";
import { DoctrinePage, DoubtPage, type DoubtPageProps } from "./doctrine-page.tsx";
import { requireSetup } from "./guard.ts";
import { sayDecided } from "./settings-routes.tsx";

/** Doubts of the text, closed for a scheme from a day on: a supervisor chooses, a second person confirms. */
export function doctrineRoutes(routes: Routes, world: World): void {
  routes.get(urls.doctrine.pattern, async (c) => {
    requireSetup(c, "see");
    const framework = frameworkInService(world);
    const day = today(world.clock).toString();
    const coming = await inTransaction(world.db, "system", (tx) => comingVersions(tx, day));
    const page = <DoctrinePage schemes={openIn(framework)} framework={framework.version} coming={coming} />;
    return respondPage(c, world, { title: "Doctrine", current: urls.administration.href(), density: "compact" }, page);
  });
  routes.get(urls.doctrineOf.pattern, (c) => answerDoubt(c, world, requireSetup(c, "see"), {}));
  routes.post(urls.doctrineOf.pattern, (c) => postReading(c, world));
}

function openIn({ schemes }: Framework): readonly OpenScheme[] {
  return schemes.filter((one): one is OpenScheme => one.status === "open");
}

/** The scheme and the doubt of the address; a doubt with one reading is not to be closed. */
function doubtOf(c: RequestContext, world: World) {
  const framework = frameworkInService(world);
  const scheme = openIn(framework).find(({ slug }) => slug === c.req.param("scheme")) ?? notFound();
  const doubt =
    scheme.doubts.find(({ id, alternative }) => id === c.req.param("doubt") && alternative !== undefined) ?? notFound();
  return { framework, scheme, doubt };
}

async function answerDoubt(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  more: Pick<DoubtPageProps, "typed" | "errors">,
): Promise<Response> {
  const { framework, scheme, doubt } = doubtOf(c, world);
  const of = { framework: framework.version, scheme: scheme.slug, doubt: doubt.id };
  const versions = await inTransaction(world.db, "system", (tx) =>
    versionsOf(tx, readingKey(doubt.id), subjectOf(of.framework, of.scheme)),
  );
  const page = (
    <DoubtPage
      scheme={scheme}
      doubt={doubt}
      effects={await effectsOf(world, visitor.person.id, of)}
      onFiles={await readingsOnApplications(world, of)}
      versions={versions}
      visitor={visitor.person.id}
      today={today(world.clock).toString()}
      mayPropose={maySetUp(visitor, "close-doubt")}
      mayConfirm={maySetUp(visitor, "confirm")}
      {...more}
    />
  );
  const status = more.errors === undefined ? 200 : 422;
  const breadcrumbs = [{ label: "Doctrine", href: urls.doctrine.href() }, { label: doubt.id }];
  return respondPage(
    c,
    world,
    { title: `Doctrine, ${doubt.id}`, current: urls.administration.href(), breadcrumbs, density: "compact", status },
    page,
  );
}

async function postReading(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSetup(c, "close-doubt");
  const again = await askProof(c, world);
  if (again !== null) return again;
  const { framework, scheme, doubt } = doubtOf(c, world);
  const fields = await readForm(c);
  const typed = { reading: text(fields, "lecture"), from: text(fields, "effet"), grounds: text(fields, "motifs") };
  const errors: Record<string, string> = {};
  const reading = (["default", "alternative", "open"] as const).find((one) => one === typed.reading);
  if (reading === undefined) errors.lecture = "Choisissez une lecture.";
  const from = typed.from === "" ? { value: today(world.clock).toString() } : readWrittenDay(typed.from);
  if ("error" in from) errors.effet = from.error;
  if (typed.grounds === "") errors.motifs = "Donnez les motifs : ils sont publiés.";
  else if (lengthOf(typed.grounds) > 2_000) errors.motifs = "2 000 caractères au plus.";
  if (reading === undefined || "error" in from || Object.keys(errors).length > 0) {
    return answerDoubt(c, world, visitor, { typed, errors });
  }
  const key = readingKey(doubt.id);
  const subject = subjectOf(framework.version, scheme.slug);
  const decided = await proposeVersion(world, visitor, {
    key,
    subject,
    title: `Doctrine, ${doubt.id}`,
    value: reading === "open" ? null : { reading, grounds: typed.grounds },
    reason: typed.grounds,
    effectiveOn: from.value,
    alone: false,
  });
  // The day that was kept: today, or one gone by, becomes tomorrow.
  const versions = await inTransaction(world.db, "system", (tx) => versionsOf(tx, key, subject));
  const kept = versions.find(({ state }) => state === "proposed")?.effectiveOn ?? from.value;
  const since = `pour les demandes déposées à partir du ${formatDay(kept)}`;
  sayDecided(c, decided, `C’est proposé ${since} : une autre personne le confirme.`);
  return c.redirect(urls.doctrineOf.href({ scheme: scheme.slug, doubt: doubt.id }), 303);
}
