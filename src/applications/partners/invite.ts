import { randomBytes } from "node:crypto";
import {
  addItem,
  type Consortium,
  categoryOf,
  type Group,
  isSiret,
  itemCount,
  PARTNER_ID,
  type Raw,
  readEmail,
  readSiret,
  sirenOf,
} from "#policy/index.ts";
import {
  type ActRequest,
  type Application,
  addPartner,
  doAct,
  INVITATION_DAYS,
  listPartners,
  mayEdit,
  type Outcome,
  type Partner,
  policyDay,
  type Refusal,
  schemeOf,
  textOf,
} from "#src/life/index.ts";
import { loadOrganisationBySiren, lookUpCompany, type Organisation, type SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { groupOfItem } from "../begin/begin.ts";
import { keepRaw } from "../draft/drafts.ts";
import { addressesOf, invitationMail, tellPartner } from "./mails.ts";

/** What the lead types to invite: a SIRET, an address, or both. */
export interface Invited {
  /** As typed, spaces aside. */
  readonly siret: string;
  readonly email: string;
}

/** A new link of an invitation, which nobody can guess. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** Whether this visitor may change who takes part: while the project is a draft of theirs. */
export function mayInvite(visitor: SignedVisitor, application: Application): boolean {
  return application.state === "draft" && mayEdit(visitor, application);
}

/**
 * Invites an organisation into a project: a part of the form becomes its own, a mail carries the link. By its SIRET alone
 * where the service knows it; else an address is needed.
 */
export async function invitePartner(
  world: World,
  visitor: SignedVisitor,
  given: ActRequest,
  typed: Invited,
): Promise<Outcome> {
  const invited = tidy(typed);
  const siret = isSiret(invited.siret) ? invited.siret : null;
  const company = siret === null ? null : await lookUpCompany(world, siret);
  const found = company?.status === "found" ? company.company : null;
  const may = (application: Application) => mayInvite(visitor, application);
  return doAct(world, visitor, "partner-invited", { ...given, version: null }, may, async (tx, application, at) => {
    const { scheme } = schemeOf(application, policyDay(at));
    const { consortium } = scheme;
    if (consortium === undefined) return { refusals: [{ message: "Ce dispositif ne se demande pas à plusieurs." }] };
    const known = siret === null ? null : await loadOrganisationBySiren(tx, sirenOf(siret));
    const others = (await listPartners(tx, application.id)).filter(({ endedAt }) => endedAt === null);
    const refusals = await refusalsOf(tx, application, invited, known, others);
    if (refusals.length > 0) return { refusals };
    const token = newToken();
    const expiresAt = at.add({ hours: 24 * INVITATION_DAYS });
    const name = known?.name ?? found?.name ?? "";
    const siren = siret === null ? null : sirenOf(siret);
    const id = await addPartner(tx, {
      applicationId: application.id,
      organisationId: known?.id ?? null,
      name,
      siren,
      email: invited.email,
      token,
      by: visitor.person.id,
      at,
      expiresAt,
    });
    const commune = (known ?? found)?.establishments.find((one) => one.siret === siret)?.commune ?? "";
    const category = categoryOf((known ?? found)?.legalCategory ?? null) ?? "";
    const told = { siret: siret ?? "", legalName: name, commune, category };
    const group = groupOfItem(scheme.form, `${consortium.each.join(".")}.0`)?.group;
    const raw = group === undefined ? null : withPart(consortium, group, application.raw, id, told);
    if (raw === null) return { refusals: [{ message: "Le projet a déjà autant de structures qu’il en admet." }] };
    await keepRaw(tx, application, raw, { page: "partenaires", person: visitor.person.id, at });
    const partner = { email: invited.email, organisationId: known?.id ?? null };
    await tellPartner(world, tx, partner, at, invitationMail(world, visitor, application, token, expiresAt));
    return { details: { partner: id } };
  });
}

/** What is written of an organisation as it is kept; as it was typed where it is neither number nor address. */
function tidy({ siret, email }: Invited): Invited {
  const [number, address] = [readSiret(siret), readEmail(email)];
  return {
    siret: "value" in number ? number.value : siret,
    email: "value" in address ? address.value.toLowerCase() : email,
  };
}

async function refusalsOf(
  tx: Tx,
  application: Application,
  { siret, email }: Invited,
  known: Organisation | null,
  others: readonly Partner[],
): Promise<readonly Refusal[]> {
  if (siret === "" && email === "")
    return [{ path: "courriel", message: "Donnez un SIRET, une adresse, ou les deux." }];
  const [number, address] = [readSiret(siret), readEmail(email)];
  if (siret !== "" && "error" in number) return [{ path: "siret", message: number.error }];
  if (email !== "" && "error" in address) return [{ path: "courriel", message: address.error }];
  const siren = siret === "" ? null : sirenOf(siret);
  if (siren === application.organisationSiren)
    return [{ path: "siret", message: "C’est votre structure\u00a0: elle est déjà le chef de file." }];
  if (siren !== null && others.some((one) => one.siren === siren))
    return [{ path: "siret", message: "Cette structure est déjà invitée." }];
  if (email !== "" && others.some((one) => one.email === email))
    return [{ path: "courriel", message: "Cette adresse est déjà invitée." }];
  const isReached = email !== "" || (known !== null && (await addressesOf(tx, known.id)).length > 0);
  if (!isReached)
    return [{ path: "courriel", message: "Cette structure n’a pas encore de compte ici\u00a0: donnez une adresse." }];
  return [];
}

/**
 * The answers with a part tied to a partner: the one that the lead typed for this SIRET already, else a new one. What was
 * typed is never replaced. Null where the form is full.
 */
export function withPart(
  consortium: Consortium,
  group: Group,
  raw: Raw,
  partnerId: string,
  told: Readonly<Record<string, string>>,
): Raw | null {
  const list = consortium.each.join(".");
  const count = itemCount(raw, list, group);
  const isFree = (place: number) => textOf(raw, `${list}.${place}.${PARTNER_ID}`) === "" && place > 0;
  const typed = Array.from({ length: count }, (_, place) => place).find(
    (place) =>
      isFree(place) && told.siret !== "" && textOf(raw, `${list}.${place}.siret`).replaceAll(/\s/g, "") === told.siret,
  );
  const grown = typed === undefined ? addItem(raw, list, group) : raw;
  if (typed === undefined && grown === raw) return null;
  const path = `${list}.${typed ?? count}`;
  const own = Object.entries(told).filter(
    ([field, value]) => value !== "" && consortium.writes.includes(field) && textOf(raw, `${path}.${field}`) === "",
  );
  return {
    ...grown,
    ...Object.fromEntries(own.map(([field, value]) => [`${path}.${field}`, value])),
    [`${path}.${consortium.role.field}`]: consortium.role.partner,
    [`${path}.${PARTNER_ID}`]: partnerId,
  };
}
