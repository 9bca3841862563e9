import type { DemoConsortium } from "#policy/demonstration/index.ts";
import type { OpenScheme } from "#policy/index.ts";
import { acceptInvitation } from "#src/applications/partners/answer.ts";
import { confirmPart } from "#src/applications/partners/confirm.ts";
import { invitePartner } from "#src/applications/partners/invite.ts";
import { openProject } from "#src/applications/partners/project.ts";
import { savePart } from "#src/applications/partners/write.ts";
import { hashOfPart, listPartners } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { type Cast, type CastOrganisation, worldAt } from "./cast.ts";
import { writeProject } from "./filing.ts";

/** Plays a common project in progress: one partner has confirmed its part, one writes it, one has not answered yet. */
export async function playConsortium(
  world: World,
  cast: Cast,
  scheme: OpenScheme,
  of: DemoConsortium,
  callId: string | null,
): Promise<void> {
  const [lead, confirmed, writing, invited] = cast.organisations.slice(16, 20);
  if (lead === undefined || confirmed === undefined || writing === undefined || invited === undefined) return;
  const on = (days: number) => worldAt(world, world.clock.now().subtract({ hours: 24 * days }));
  const filer = { organisationId: lead.id, owner: lead.owner };
  const id = await writeProject(on(12), scheme, callId, filer, of.lead(lead.of, legalDay(on(12).clock.now())));
  for (const [days, partner] of [
    [10, confirmed],
    [9, writing],
    [2, invited],
  ] as const) {
    const request = { id, key: crypto.randomUUID(), version: null, location: "" };
    const outcome = await invitePartner(on(days), lead.owner, request, { siret: partner.of.siret, email: "" });
    if (outcome.kind !== "done") throw new Error(`an invitation of the demonstration: ${JSON.stringify(outcome)}`);
  }
  const place = async ({ id: organisation }: CastOrganisation) => {
    const all = await inTransaction(world.db, readerOf(lead.owner), (tx) => listPartners(tx, id));
    return all.find(({ organisationId }) => organisationId === organisation)?.id ?? "";
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
  await write(on(6), confirmed, await place(confirmed), of.part(legalDay(on(6).clock.now())));
  await confirm(on(5), confirmed, await place(confirmed));
  await write(on(3), writing, await place(writing), of.begun);
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
