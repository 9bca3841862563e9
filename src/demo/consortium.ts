import { frameworkOn, type OpenScheme, type Raw } from "#policy/index.ts";
import { acceptInvitation } from "#src/applications/partners/answer.ts";
import { confirmPart } from "#src/applications/partners/confirm.ts";
import { invitePartner } from "#src/applications/partners/invite.ts";
import { openProject } from "#src/applications/partners/project.ts";
import { savePart } from "#src/applications/partners/write.ts";
import { createDraft, hashOfPart, listPartners, policyDay } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { demoBudget } from "./budget-lines.ts";
import { type Cast, type CastOrganisation, worldAt } from "./cast.ts";
import type { DemoOrganisation } from "./file.ts";

/** Plays a common project in progress: one partner has confirmed its part, one writes it, one has not answered yet. */
export async function playConsortium(world: World, cast: Cast): Promise<void> {
  const scheme = frameworkOn(policyDay(world.clock.now())).scheme("transitions");
  const [lead, confirmed, writing, invited] = cast.organisations.slice(16, 20);
  if (scheme?.status !== "open" || scheme.consortium === undefined) return;
  if (lead === undefined || confirmed === undefined || writing === undefined || invited === undefined) return;
  const on = (days: number) => worldAt(world, world.clock.now().subtract({ hours: 24 * days }));
  const id = await begin(on(12), scheme, lead);
  for (const [days, partner] of [
    [10, confirmed],
    [9, writing],
    [2, invited],
  ] as const) {
    const request = { id, key: crypto.randomUUID(), version: null, location: "" };
    const outcome = await invitePartner(on(days), lead.owner, request, { siret: partner.of.siret, email: "" });
    if (outcome.kind !== "done") throw new Error(`an invitation of the demonstration: ${JSON.stringify(outcome)}`);
  }
  const place = async (of: CastOrganisation) => {
    const all = await inTransaction(world.db, readerOf(lead.owner), (tx) => listPartners(tx, id));
    return all.find(({ organisationId }) => organisationId === of.id)?.id ?? "";
  };
  for (const [days, partner] of [
    [8, confirmed],
    [7, writing],
  ] as const) {
    const partnerId = await place(partner);
    await acceptInvitation(
      on(days),
      partner.owner,
      { partnerId, visitor: partner.owner },
      crypto.randomUUID(),
      partner.id,
    );
  }
  const whole = partOf(
    on(6),
    "L’atelier de réparation et la moitié des séances d’essai, avec deux groupes de stagiaires.",
  );
  await write(on(6), confirmed, await place(confirmed), whole);
  await confirm(on(5), confirmed, await place(confirmed));
  await write(on(3), writing, await place(writing), { contribution: "L’écriture des modules sur l’écoconception." });
}

async function begin(
  world: World,
  scheme: OpenScheme,
  { id: organisationId, of, owner }: CastOrganisation,
): Promise<string> {
  const at = world.clock.now();
  const draft = { scheme: scheme.slug, framework: scheme.framework, organisationId, raw: leadRaw(of) };
  return inTransaction(world.db, readerOf(owner), (tx) => createDraft(tx, draft, owner.person.id, at));
}

/** What the lead has typed so far. */
function leadRaw(of: DemoOrganisation): Raw {
  return {
    title: "Réparer plutôt que jeter : des parcours communs à quatre ateliers",
    "project.summary":
      "Quatre structures écrivent et essaient ensemble des parcours sur la réparation, libres de droits.",
    "project.kinds": ["method"],
    "project.need":
      "Soixante entreprises du réemploi interrogées cherchent des personnes qui savent diagnostiquer une panne.",
    "project.transitions": ["ecological", "digital"],
    "project.transitionsAddressed": "L’écologique par le réemploi ; le numérique par le diagnostic à distance.",
    "project.commune": of.commune,
    "project.audiences": "Cent vingt personnes en recherche d’emploi par an, sur quatre sites.",
    "partners.length": "1",
    "partners.0.siret": of.siret,
    "partners.0.legalName": of.name,
    "partners.0.commune": of.commune,
    "partners.0.role": "lead",
    "partners.0.category": "association",
    "partners.0.involvedWithJobSeekers": "oui",
    "partners.0.involvement": "Trois parcours par an sur commande de la Région.",
    "partners.0.contribution": "Elle coordonne, écrit le socle commun et dépose le projet.",
    ...demoBudget(),
    requestedEsfRate: "60",
    otherPublicFunding: "0",
    esfReference: "FSE-2026-0412 (fictif)",
  };
}

function partOf(world: World, contribution: string): Readonly<Record<string, string>> {
  const { day, month, year } = world.clock.now().toZonedDateTimeISO("Europe/Paris").toPlainDate();
  const two = (n: number) => String(n).padStart(2, "0");
  return {
    category: "association",
    isGreta: "non",
    involvedWithJobSeekers: "oui",
    involvement: "Deux parcours par an, quarante stagiaires.",
    contribution,
    brings: "Un atelier équipé, deux formateurs à mi-temps pendant les essais.",
    agreementSignedOn: `${two(day)}/${two(month)}/${year}`,
  };
}

async function write(
  world: World,
  { owner }: CastOrganisation,
  partnerId: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const project = await openProject(world, owner, partnerId);
  if (project === null) throw new Error("a part of the demonstration is not there");
  const { part } = project.own;
  const values = new Map(Object.entries(fields).map(([field, value]) => [`${part.path}.${field}`, value]));
  const posted = { values, baseVersion: project.application.rawVersion, page: "" };
  const saved = await savePart(world, owner, partnerId, posted, part.path);
  if (saved.kind !== "saved") throw new Error(`a part of the demonstration: ${saved.kind}`);
}

async function confirm(world: World, { owner }: CastOrganisation, partnerId: string): Promise<void> {
  const project = await openProject(world, owner, partnerId);
  if (project === null) throw new Error("a part of the demonstration is not there");
  const seen = hashOfPart(project.consortium, project.application.raw, project.own.part.path);
  const ticked = project.consortium.confirms.map(({ id }) => id);
  const outcome = await confirmPart(world, owner, partnerId, crypto.randomUUID(), seen, ticked);
  if (outcome.kind !== "done") throw new Error(`a confirmation of the demonstration: ${JSON.stringify(outcome)}`);
}
