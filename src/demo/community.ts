import { randomOf } from "#policy/demonstration/index.ts";
import { day, frameworkOn, type Instrument } from "#policy/index.ts";
import type { ActorKind, ActorProfile } from "#src/community/actors/actor.ts";
import { saveProfile } from "#src/community/actors/acts.ts";
import { closeListing, publishListing, sendMessage } from "#src/community/exchanges/acts.ts";
import { keepAssessment } from "#src/community/maturity/keep.ts";
import { appeal, decide } from "#src/community/moderation/acts.ts";
import type { Moderated } from "#src/community/moderation/moderation.ts";
import { lastDecisionOn } from "#src/community/moderation/store.ts";
import {
  askNewsletter,
  composeIssue,
  confirmNewsletter,
  deliverIssue,
  sendIssue,
} from "#src/community/newsletter/acts.ts";
import { tokenOf } from "#src/community/newsletter/issue.ts";
import { draftIssue, publishedSinceLast } from "#src/community/newsletter/store.ts";
import { comment, submitPractice, writePractice } from "#src/community/practices/acts.ts";
import { joinPiece } from "#src/community/practices/piece-acts.ts";
import { findPracticeBySlug } from "#src/community/practices/store.ts";
import {
  answerReferral,
  askReferral,
  closeReferral,
  declareLabel,
  takeUp,
  withdrawConsent,
} from "#src/community/referrals/acts.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { communeByCode } from "#src/territory/index.ts";
import { type Cast, type CastOrganisation, daysAgo, worldAt } from "./cast.ts";
import { lettersOf, listingsOf, practicesOf, profilesOf, referralsOf } from "./community-texts.ts";
import { playGovernance } from "./governance.ts";
import { demoDocument, demoFilm, demoPicture } from "./picture.ts";

/** A year of the community's life, each act really done at its date. */
export async function playCommunity(world: World, cast: Cast): Promise<void> {
  await playAssessments(world, cast);
  await playActors(world, cast);
  await playListings(world, cast);
  await playPractices(world, cast);
  await playReferrals(world, cast);
  await playLetter(world, cast);
  await playGovernance(world, cast);
}

function member(cast: Cast, n: number): CastOrganisation {
  const found = cast.organisations[n % cast.organisations.length];
  if (found === undefined) throw new Error("the demonstration has no organisation");
  return found;
}

/** Organisations measured twice, so that a progress and a mean are there to see. */
async function playAssessments(world: World, cast: Cast): Promise<void> {
  const framework = frameworkOn(day(world.clock.now().toString().slice(0, 10)));
  for (const instrument of framework.instruments) {
    const count = instrument.id === "digital-maturity" ? 16 : 12;
    for (let n = 0; n < count; n++) {
      const { id, owner } = member(cast, n);
      const keep = (days: number, lift: number) =>
        keepAssessment(worldAt(world, daysAgo(world, days, n)), owner, {
          instrument,
          framework: framework.version,
          organisationId: id,
          raw: answersOf(instrument, n, lift),
        });
      await keep(270 - n, 0);
      if (n % 3 !== 2) await keep(20 + n, 1);
    }
  }
}

/** Answers that differ from one organisation to the next, a little higher the second time. */
function answersOf(instrument: Instrument, n: number, lift: number): Record<string, string> {
  const random = randomOf(n * 31 + instrument.dimensions.length);
  return Object.fromEntries(
    instrument.dimensions.flatMap(({ id, asks }, rank) => {
      const base = 1 + Math.floor(random() * 3);
      const gained = lift > 0 && (rank + n) % 2 === 0 ? 1 : 0;
      return asks.map(
        (one) => [`${id}.${one.id}`, String(Math.min(5, base + gained + (random() < 0.2 ? 1 : 0)))] as const,
      );
    }),
  );
}

async function moderate(
  world: World,
  cast: Cast,
  about: Moderated,
  id: string,
  refusal: { readonly reasons: string } | null = null,
): Promise<void> {
  const judgement =
    refusal === null
      ? { decision: "accepted" as const, ground: null, reasons: "" }
      : { decision: "refused" as const, ground: "unclear" as const, reasons: refusal.reasons };
  await decide(world, cast.agents.animator, about, id, judgement);
}

async function playActors(world: World, cast: Cast): Promise<void> {
  for (const [n, told] of profilesOf.entries()) {
    const organisation = member(cast, n);
    const at = worldAt(world, daysAgo(world, 330 - n * 20, n));
    await saveProfile(
      at,
      organisation.owner,
      { id: organisation.id, name: organisation.of.name },
      profileOf(organisation, told),
    );
    // The last two wait to be welcomed.
    if (n >= profilesOf.length - 2) continue;
    const id = await inTransaction(world.db, "system", async (tx) => {
      const row = await tx
        .selectFrom("actor")
        .select("id")
        .where("organisation_id", "=", organisation.id)
        .executeTakeFirstOrThrow();
      return row.id;
    });
    await moderate(worldAt(world, daysAgo(world, 328 - n * 20, n)), cast, "actor", id);
  }
}

interface ToldProfile {
  readonly kind: ActorKind;
  readonly summary: string;
  readonly offers: string;
  readonly seeks: string;
}

function profileOf(organisation: CastOrganisation, told: ToldProfile): ActorProfile {
  const department = communeByCode(organisation.of.commune)?.department ?? "14";
  return {
    ...told,
    departments: told.kind === "network" || told.kind === "opco" ? ["14", "27", "50", "61", "76"] : [department],
    website: "https://www.formation.example/",
    email: "accueil@formation.example",
    phone: "",
    shown: ["offers", "seeks", "website"],
  };
}

async function playListings(world: World, cast: Cast): Promise<void> {
  for (const [n, told] of listingsOf.entries()) {
    const { id: organisationId, owner, of } = member(cast, n);
    const at = worldAt(world, daysAgo(world, told.daysAgo, n));
    const department = communeByCode(of.commune)?.department ?? "14";
    const closesOn = at.clock
      .now()
      .add({ hours: 24 * 60 })
      .toString()
      .slice(0, 10);
    const { kind, title, body } = told;
    const id = await publishListing(at, owner, {
      organisationId,
      kind,
      title,
      body,
      departments: [department],
      closesOn,
    });
    for (const [rank, body] of told.exchange.entries()) {
      const { owner: other } = member(cast, n + 5);
      const later = worldAt(world, daysAgo(world, Math.max(0, told.daysAgo - 1 - rank), n + rank));
      await sendMessage(later, rank % 2 === 0 ? other : owner, { listingId: id, correspondent: other.person.id, body });
    }
    if (told.closed) await closeListing(worldAt(world, daysAgo(world, Math.max(1, told.daysAgo - 20), n)), owner, id);
  }
}

/** The first practices are shown: a picture that is described, and the tool that they speak of. */
async function joinPieces(world: World, owner: SignedVisitor, practiceId: string, n: number): Promise<void> {
  const shown = [
    { drawing: "van", description: "Le camion de l’atelier, ses portes ouvertes (dessin de démonstration)" },
    { drawing: "tables", description: "La salle, trois tables tournées vers l’écran (dessin de démonstration)" },
    { drawing: "bicycle", description: "Le vélo sur lequel chacun s’exerce (dessin de démonstration)" },
  ] as const;
  const { drawing, description } = shown[n % shown.length] ?? shown[0];
  const picture = {
    kind: "picture",
    description,
    received: await demoPicture(world, drawing),
    captions: null,
  } as const;
  await joinPiece(world, owner, practiceId, picture);
  await joinPiece(world, owner, practiceId, {
    kind: "document",
    description: "La grille que nous remplissons à chaque séance",
    received: await demoDocument(world, "Grille de suivi", ["Ce que l'on voulait.", "Ce qui s'est passe."]),
    captions: null,
  });
}

async function playPractices(world: World, cast: Cast): Promise<void> {
  for (const [n, told] of practicesOf.entries()) {
    const { id: organisationId, owner } = member(cast, n + 2);
    const { title, summary, body, themes } = told;
    const written = worldAt(world, daysAgo(world, told.daysAgo + 3, n));
    const slug = await writePractice(written, owner, organisationId, { title, summary, body, themes });
    const find = () => inTransaction(world.db, "system", (tx) => findPracticeBySlug(tx, slug));
    const practice = await find();
    if (practice === null) continue;
    if (n < 3) await joinPieces(written, owner, practice.id, n);
    if (told.filmed === true) {
      const description = "Deux stagiaires corrigent une phrase sous une image (dessin animé, sans parole)";
      await joinPiece(written, owner, practice.id, { kind: "video", description, ...(await demoFilm(written)) });
    }
    if (told.stage === "draft") continue;
    await submitPractice(worldAt(world, daysAgo(world, told.daysAgo + 2, n)), owner, practice.id);
    if (told.stage === "submitted") continue;
    const read = worldAt(world, daysAgo(world, told.daysAgo, n));
    await moderate(read, cast, "practice", practice.id, told.stage === "appealed" ? { reasons: told.refusal } : null);
    if (told.stage === "appealed") {
      const decision = await inTransaction(world.db, "system", (tx) => lastDecisionOn(tx, "practice", practice.id));
      if (decision !== null)
        await appeal(worldAt(world, daysAgo(world, told.daysAgo - 1, n)), owner, decision.id, told.appeal);
      continue;
    }
    const online = await find();
    for (const [rank, said] of told.comments.entries()) {
      const other = member(cast, n + 7 + rank);
      if (online === null) continue;
      await comment(worldAt(world, daysAgo(world, Math.max(0, told.daysAgo - 2 - rank), n)), other.owner, online, {
        organisationId: other.id,
        body: said,
      });
    }
  }
}

async function playReferrals(world: World, cast: Cast): Promise<void> {
  const adviser = cast.agents["sustainability-adviser"];
  for (const [n, told] of referralsOf.entries()) {
    const { id: organisationId, owner } = member(cast, n);
    const when = (later: number) => worldAt(world, daysAgo(world, Math.max(0, told.daysAgo - later), n));
    if (told.label !== null) await declareLabel(when(0), owner, organisationId, told.label);
    const contact = { name: owner.person.name, email: owner.person.email, phone: "02 00 00 00 01" };
    const passed = { contact, ...(told.label === null ? null : { label: told.label }) };
    const id = await askReferral(when(0), owner, { organisationId, need: told.need, passed });
    if (told.stage === "received") continue;
    if (told.stage === "withdrawn") {
      await withdrawConsent(when(4), owner, id);
      continue;
    }
    await takeUp(when(2), adviser, id);
    if (told.stage === "taken-up") continue;
    await answerReferral(when(6), adviser, id, told.answer);
    if (told.stage === "closed") await closeReferral(when(40), owner, id, { helped: "yes", outcome: told.outcome });
  }
}

async function playLetter(world: World, cast: Cast): Promise<void> {
  const before = worldAt(world, daysAgo(world, 60));
  for (const { email } of [0, 1, 2, 3, 4].map((n) => member(cast, n).owner.person)) {
    await askNewsletter(before, email);
    const { id } = await inTransaction(world.db, "system", (tx) =>
      tx.selectFrom("newsletter_subscriber").select("id").where("email", "=", email).executeTakeFirstOrThrow(),
    );
    await confirmNewsletter(before, tokenOf(world.config.secret, id));
  }
  const at = worldAt(world, daysAgo(world, 30));
  const { animator } = cast.agents;
  const items = await inTransaction(world.db, "system", publishedSinceLast);
  await composeIssue(at, animator, { ...lettersOf, items: items.slice(0, 8) });
  const draft = await inTransaction(world.db, "system", draftIssue);
  if (draft === null) return;
  await sendIssue(at, animator, draft.id);
  await deliverIssue(at, draft.id);
}
