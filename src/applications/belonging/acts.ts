import { act, onceBecause, type SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { type Mail, postMail } from "#src/platform/mail.ts";
import { keepFile, type ReceivedFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { lengthOf } from "#text/index.ts";
import { type PaperKind, paperKinds } from "./belonging.ts";
import { domainOf, isSharedMail } from "./shared-mail.ts";
import { addKnownDomain, addProof, evidentProof, proofsOf } from "./store.ts";

/** Who an organisation is, for what is given for it. */
export interface Claimed {
  readonly id: string;
  readonly name: string;
  readonly siren: string;
}

/** Writes down what holds by itself, once, before a filing rests on it. Nothing where it is written, or does not hold. */
export function settleEvident(world: World, visitor: SignedVisitor, organisationId: string): Promise<void> {
  return act(world, visitor, async ({ tx, at, note }) => {
    await lockOrganisation(tx, organisationId);
    const proofs = await proofsOf(tx, organisationId);
    if (proofs.some((one) => one.accepted === true)) return;
    const evident = await evidentProof(tx, organisationId);
    if (evident === null) return;
    await addProof(tx, { organisationId, ...evident, isEvident: true }, at);
    await note({
      chain: `organisation:${organisationId}`,
      act: "belonging-proved",
      organisation: organisationId,
      details: { way: evident.way, what: evident.what, person: evident.person },
    });
  });
}

export type Given = "given" | "already" | { readonly refused: string };

const LONGEST_PAGE = 300;

/** Gives a page of the organisation's site, where an agent sees that the giver's mail domain is its own. */
export async function giveSite(
  world: World,
  visitor: SignedVisitor,
  organisation: Claimed,
  typed: string,
): Promise<Given> {
  const domain = domainOf(visitor.person.email);
  if (isSharedMail(domain)) return { refused: "Votre adresse est chez un fournisseur ouvert à tous." };
  const page = readPage(typed);
  if (page === null)
    return { refused: "Donnez l’adresse d’une page, par exemple https://exemple.fr/mentions-legales." };
  return give(world, visitor, organisation, { way: "mail", what: domain, page });
}

function readPage(typed: string): string | null {
  const text = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (lengthOf(text) > LONGEST_PAGE || !URL.canParse(text)) return null;
  const { protocol, hostname, href } = new URL(text);
  return /^https?:$/.test(protocol) && hostname.includes(".") ? href : null;
}

/** Gives a paper, for an agent to read. */
export function givePaper(
  world: World,
  visitor: SignedVisitor,
  organisation: Claimed,
  kind: PaperKind,
  received: ReceivedFile,
): Promise<Given> {
  return give(world, visitor, organisation, { way: "paper", what: kind, received });
}

interface Gift {
  readonly way: "mail" | "paper";
  readonly what: string;
  readonly page?: string;
  readonly received?: ReceivedFile;
}

/** One thing of a kind waits at a time: sending again while it waits adds nothing. */
function give(world: World, visitor: SignedVisitor, organisation: Claimed, gift: Gift): Promise<Given> {
  return act(world, visitor, async ({ tx, at, note }): Promise<Given> => {
    await lockOrganisation(tx, organisation.id);
    const proofs = await proofsOf(tx, organisation.id);
    if (proofs.some((one) => one.accepted === true || (one.accepted === null && one.way === gift.way)))
      return "already";
    const { way, what, page, received } = gift;
    if (received !== undefined) await keepFile(world, tx, received, { by: visitor.person.id, at });
    await addProof(
      tx,
      {
        organisationId: organisation.id,
        person: visitor.person.id,
        way,
        what,
        ...(page === undefined ? {} : { page }),
        ...(received === undefined ? {} : { fileId: received.stored.id }),
      },
      at,
    );
    await note({
      chain: `organisation:${organisation.id}`,
      act: "belonging-shown",
      organisation: organisation.id,
      details: { way, what, ...(received === undefined ? {} : { sha256: received.stored.sha256 }) },
    });
    await postMail(world, tx, at, {
      to: world.config.funder.email,
      subject: `Une appartenance à vérifier : ${organisation.name}`,
      paragraphs: [
        `${visitor.person.name} demande à agir pour « ${organisation.name} » (SIREN ${organisation.siren}) et donne de quoi le vérifier.`,
        `Répondre : ${world.origin}${urls.belongingDesk.href()}`,
      ],
      why: {
        because: "cette adresse est celle du service",
        always: "Chaque appartenance à vérifier y est annoncée.",
      },
    });
    return "given";
  });
}

export interface Answer {
  readonly accepted: boolean;
  /** Read by who gave the proof; needed where it is refused. */
  readonly reason: string;
}

export type Answered = "answered" | "absent" | "already" | "forbidden" | { readonly refused: string };

/** An agent says whether a proof holds. Nobody answers for an organisation of their own. */
export function answerProof(world: World, agent: SignedVisitor, proofId: string, answer: Answer): Promise<Answered> {
  return act(world, agent, async ({ tx, at, note }): Promise<Answered> => {
    const proof = await tx
      .selectFrom("belonging_proof as b")
      .innerJoin("organisation as o", "o.id", "b.organisation_id")
      .leftJoin("person as p", "p.id", "b.person_id")
      .select([
        "b.organisation_id",
        "b.way",
        "b.what",
        "b.page",
        "b.answered_at",
        "b.person_id",
        "o.name",
        "o.siren",
        "p.email",
      ])
      .where("b.id", "=", proofId)
      .forUpdate("b")
      .executeTakeFirst();
    if (proof === undefined) return "absent";
    const id = proof.organisation_id;
    if (agent.memberships.some((one) => one.organisationId === id)) return "forbidden";
    if (proof.answered_at !== null) return "already";
    const { accepted, reason } = answer;
    if (!accepted && reason === "") return { refused: "Dites pourquoi : la personne lira ce motif." };
    if (lengthOf(reason) > 1000) return { refused: "Raccourcissez ce motif\u00a0: 1\u202f000 caractères au plus." };
    await tx
      .updateTable("belonging_proof")
      .set({ answered_at: at.toString(), answered_by: agent.person.id, accepted, reason })
      .where("id", "=", proofId)
      .execute();
    if (accepted && proof.way === "mail") {
      const known = { siren: proof.siren, domain: proof.what, source: proof.page ?? "", by: agent.person.id };
      await addKnownDomain(tx, known, at);
    }
    await note({
      chain: `organisation:${id}`,
      act: accepted ? "belonging-proved" : "belonging-refused",
      organisation: id,
      details: { way: proof.way, what: proof.what, person: proof.person_id, ...(reason === "" ? {} : { reason }) },
    });
    if (proof.email !== null) await postMail(world, tx, at, told(world, proof.email, { id, name: proof.name }, answer));
    return "answered";
  });
}

function told(
  world: World,
  to: string,
  organisation: { readonly id: string; readonly name: string },
  { accepted, reason }: Answer,
): Mail {
  const { name, id } = organisation;
  const why = onceBecause("vous avez montré que vous agissez pour cet organisme");
  return accepted
    ? {
        to,
        subject: `Vous pouvez déposer pour ${name}`,
        paragraphs: [
          `Le service a vérifié que vous agissez pour « ${name} » : vos demandes peuvent être déposées.`,
          `Reprendre votre demande : ${world.origin}${urls.dashboard.href()}`,
        ],
        why,
      }
    : {
        to,
        subject: `Ce que vous avez donné pour ${name} ne suffit pas`,
        paragraphs: [
          `Le service n’a pas pu vérifier que vous agissez pour « ${name} ».`,
          `Pourquoi : ${reason}`,
          `Vos brouillons sont gardés. Donner autre chose : ${world.origin}${urls.organisationProof.href({ id })}`,
        ],
        why,
      };
}

/** One at a time: two proofs given, or answered, at once see each other. */
async function lockOrganisation(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom("organisation").select("id").where("id", "=", id).forUpdate().execute();
}

export function isPaperKind(text: string): text is PaperKind {
  return Object.hasOwn(paperKinds, text);
}
