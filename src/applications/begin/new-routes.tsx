import { randomUUID } from "node:crypto";
import { HTTPException } from "hono/http-exception";
import { frameworkOn, type Raw } from "#policy/index.ts";
import { listPublished, phaseOf } from "#src/calls/index.ts";
import {
  claimKey,
  createDraft,
  type KnownPerson,
  keepLocation,
  knownOf,
  ledgersOf,
  listApplications,
  mayWriteFor,
  policyDay,
  saidOf,
  textOf,
} from "#src/life/index.ts";
import { readKey } from "#src/life/web/index.ts";
import { loadOrganisation, type Organisation, readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { appliedTo, frameworkInService } from "#src/schemes/index.ts";
import { communeQueryName, formatMoney } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { communeName } from "../draft/communes.ts";
import { withAskedOnce } from "./asked-once.ts";
import { answersFromLink, firstAnswers } from "./begin.ts";
import type { Birth, Births } from "./birth.ts";
import { type Applicant, NewPage } from "./new-page.tsx";
import { beginningUrl, type Opening, openingOf } from "./opening.ts";
import { type Beginning, beginningOf } from "./replaced.ts";
import { WhichAidPage, type WhichAidPageProps } from "./which-aid-page.tsx";
import { answerWhichCall } from "./which-call.tsx";

/** Beginning a request: choose for whom, or go on with the draft that is there. */
export function newRoutes(routes: Routes, world: World, births: Births): void {
  const bornAt = (event: string, idea: string) =>
    event === "" ? null : inTransaction(world.db, "public", (tx) => births.find(world, tx, { event, idea }));
  routes.get(urls.newApplication.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const params = new URL(c.req.url).searchParams;
    const take = (name: string) => {
      const value = params.get(name) ?? "";
      params.delete(name);
      return value;
    };
    const [scheme, call] = [take("dispositif"), take("appel")];
    const birth = await bornAt(take("evenement"), take("idee"));
    if (scheme === "" && call === "" && (birth !== null || params.size === 0)) {
      const which = await aidsToAskFor(world);
      // From an event one always chooses; else where a call is open beside what is open all year.
      if (birth !== null || which.calls.length > 0) return answerWhich(c, world, birth, which);
    }
    const opening = await openingOf(world, scheme, call);
    if (opening === null) return notFound();
    if ("closed" in opening) return c.redirect(opening.closed, 303);
    if ("byCall" in opening) return answerWhichCall(c, world, opening.byCall, birth, params);
    return answerNew(c, world, visitor, { ...opening, birth, answers: params.toString(), chosen: "" });
  });
  routes.post(urls.newApplication.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const fields = await readForm(c);
    const opening = await openingOf(world, text(fields, "dispositif"), text(fields, "appel"));
    if (opening === null) return notFound();
    if ("closed" in opening) return c.redirect(opening.closed, 303);
    if ("byCall" in opening) return c.redirect(beginningUrl({ dispositif: opening.byCall.slug }), 303);
    const { scheme } = opening;
    const birth = await bornAt(text(fields, "evenement"), text(fields, "idee"));
    const answers = text(fields, "reponses");
    const [organisationId = "", siret] = text(fields, "organisme").split(":");
    if (!mayWriteFor(visitor, organisationId)) {
      if (visitor.memberships.some((one) => one.organisationId === organisationId)) throw new HTTPException(403);
      const error = "Choisissez l’organisme pour lequel vous faites la demande.";
      return answerNew(c, world, visitor, { ...opening, birth, answers, chosen: "", error });
    }
    const said = new URLSearchParams(answers);
    if (birth !== null && birth.ideaTitle !== "" && !said.has("title")) said.set("title", birth.ideaTitle);
    const brought = answersFromLink(scheme.form, said, communeQueryName);
    const wish = { organisationId, siret, brought, birth, key: readKey(fields) };
    const begun = await begin(world, visitor, births, opening, wish);
    if (begun.told !== null) setFlash(c, "warning", begun.told);
    return c.redirect(begun.location, 303);
  });
}

type AidsToAskFor = Omit<WhichAidPageProps, "birth">;

/** The aids among which one chooses: those that can be begun today, the call that closes first before the others. */
async function aidsToAskFor(world: World): Promise<AidsToAskFor> {
  const now = world.clock.now();
  const framework = frameworkInService(world);
  const allYear = framework.schemes.flatMap((one) =>
    one.status === "open" && one.opening === "always" && appliedTo(one).opening.open ? [one] : [],
  );
  const published = await inTransaction(world.db, "public", (tx) => listPublished(tx));
  const calls = published
    .filter((one) => phaseOf(one, now) === "open")
    .toSorted((a, b) => a.closesAt.epochMilliseconds - b.closesAt.epochMilliseconds)
    .map((one) => ({ ...one, summary: framework.scheme(one.scheme)?.summary ?? "" }));
  return { allYear, calls };
}

function answerWhich(c: RequestContext, world: World, birth: Birth | null, which: AidsToAskFor): Response {
  return respondPage(
    c,
    world,
    { title: "Choisir l’aide demandée", current: urls.dashboard.href() },
    <WhichAidPage birth={birth} {...which} />,
  );
}

interface Asked extends Opening {
  readonly birth: Birth | null;
  readonly answers: string;
  readonly chosen: string;
  readonly error?: string;
}

async function answerNew(c: RequestContext, world: World, visitor: SignedVisitor, asked: Asked): Promise<Response> {
  const { scheme, call, birth, answers, chosen, error } = asked;
  const said = answersFromLink(scheme.form, new URLSearchParams(answers), communeQueryName);
  const writable = visitor.memberships.filter((one) => mayWriteFor(visitor, one.organisationId));
  const ids = writable.map((one) => one.organisationId);
  const { applicants, drafts } = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const organisations = (await Promise.all(ids.map((id) => loadOrganisation(tx, id)))).filter((one) => one !== null);
    const files = await listApplications(tx, ids);
    const today = policyDay(world.clock.now());
    const { version } = frameworkOn(today);
    const sirens = organisations.map((one) => one.siren);
    const ledgers = await ledgersOf(tx, sirens, { scheme: scheme.slug, framework: version });
    const brought = answersFromLink(scheme.form, new URLSearchParams(answers), communeQueryName);
    const person = { ...visitor.person, phone: null, jobTitle: null };
    const beginning = (organisation: Organisation, siret?: string) => {
      const raw = firstAnswers(scheme, brought, knownOf(organisation, person, siret), organisation.kind);
      return beginningOf(scheme.slug, brought, raw, ledgers, today);
    };
    return {
      applicants: organisations
        .filter((one) => one.kind !== "consultant")
        .flatMap((one) => applicantsOf(one, (siret) => beginning(one, siret))),
      drafts: files.filter(
        (file) => file.state === "draft" && file.scheme === scheme.slug && file.call?.id === call?.id,
      ),
    };
  });
  return respondPage(
    c,
    world,
    {
      title: "Commencer une demande",
      current: urls.dashboard.href(),
      status: error === undefined ? 200 : (422 as const),
    },
    <NewPage
      scheme={scheme}
      call={call}
      applicants={applicants}
      drafts={drafts.slice(0, 6).map((file) => ({
        id: file.id,
        title: textOf(file.raw, "title"),
        organisationName: file.organisationName,
        savedAt: file.rawSavedAt,
      }))}
      answers={answers}
      actKey={randomUUID()}
      error={error}
      chosen={chosen}
      birth={birth}
      here={hereOf(asked)}
      said={{
        effectif: saidOf(scheme, said, "organisation.headcount"),
        commune: saidOf(scheme, said, "organisation.commune"),
      }}
    />,
  );
}

/** The address of this page, with what it began from. */
function hereOf({ scheme, call, birth, answers }: Asked): string {
  const from = call === null ? { dispositif: scheme.slug } : { appel: call.slug };
  return beginningUrl(from, birth, new URLSearchParams(answers));
}

/** One choice a legal unit, or one an open establishment where it has several. */
function applicantsOf(organisation: Organisation, beginning: (siret?: string) => Beginning): readonly Applicant[] {
  const open = organisation.establishments.filter((one) => one.isOpen);
  if (open.length < 2) {
    const [only] = open;
    const place = only?.commune === null || only?.commune === undefined ? "" : `, ${communeName(only.commune)}`;
    const hint = only === undefined ? `SIREN ${organisation.siren}` : `SIRET ${only.siret}${place}`;
    return [{ value: organisation.id, label: organisation.name, hint, beginning: beginning() }];
  }
  return open.map((one) => ({
    value: `${organisation.id}:${one.siret}`,
    label: `${organisation.name}, ${one.name ?? (one.commune === null ? one.siret : communeName(one.commune))}`,
    hint: `SIRET ${one.siret}${one.isHead ? ", siège" : ""}`,
    beginning: beginning(one.siret),
  }));
}

interface Wish {
  readonly organisationId: string;
  readonly siret: string | undefined;
  readonly brought: Raw;
  readonly birth: Birth | null;
  readonly key: string;
}

interface Begun {
  readonly location: string;
  /** What the service put in place of answers brought along, in a sentence; null where it replaced nothing. */
  readonly told: string | null;
}

/** One draft a key: a double click, or the back button, leads to the same one. */
async function begin(
  world: World,
  visitor: SignedVisitor,
  births: Births,
  { scheme, call }: Opening,
  asked: Wish,
): Promise<Begun> {
  const { organisationId, siret, brought, birth, key } = asked;
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const at = world.clock.now();
    const claim = { key, person: visitor.person.id, act: `draft-begun:${organisationId}` };
    const claimed = await claimKey(tx, claim, at);
    if (claimed.kind === "done") return { location: claimed.location, told: null };
    if (claimed.kind === "foreign") throw new HTTPException(400);
    const organisation = await loadOrganisation(tx, organisationId);
    if (organisation === null) throw new HTTPException(404);
    const known = knownOf(organisation, await personOf(tx, visitor.person.id), siret);
    const first = firstAnswers(scheme, brought, known, organisation.kind);
    const raw = await withAskedOnce(tx, scheme, first, organisationId);
    const today = policyDay(at);
    const framework = frameworkOn(today).version;
    const ledgers = await ledgersOf(tx, [organisation.siren], { scheme: scheme.slug, framework });
    const id = await createDraft(
      tx,
      { scheme: scheme.slug, framework, organisationId, raw, ...(call === null ? null : { callId: call.id }) },
      visitor.person.id,
      at,
    );
    if (birth !== null) await births.keep(tx, at, id, birth);
    const [section] = scheme.form.sections;
    const location = urls.applicationSection.href({ id, section: section?.id ?? "" });
    await keepLocation(tx, key, location);
    return { location, told: sentenceOf(beginningOf(scheme.slug, brought, raw, ledgers, today)) };
  });
}

function sentenceOf({ replaced, aidBefore, aidAfter }: Beginning): string | null {
  if (replaced.length === 0) return null;
  const changes = replaced.map((one) => `${one.label} ${one.after}, au lieu de ${one.before}.`);
  const aid = aidAfter === null || aidAfter === aidBefore ? [] : [`Aide possible au plus : ${formatMoney(aidAfter)}.`];
  return ["Le service a mis ce qu’il connaît à la place de réponses du simulateur.", ...changes, ...aid].join(" ");
}

async function personOf(tx: Tx, id: string): Promise<KnownPerson> {
  const row = await tx
    .selectFrom("person")
    .select(["name", "email", "phone", "job_title"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return { name: row.name, email: row.email, phone: row.phone, jobTitle: row.job_title };
}
