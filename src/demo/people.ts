import type { Temporal } from "temporal-polyfill";
import type { DemoOrganisation } from "#policy/demonstration/index.ts";
import { fictionalSiren, fictionalSiret } from "#policy/demonstration/index.ts";
import { addKnownDomain, addProof } from "#src/applications/belonging/store.ts";
import {
  AGENT_ROLES,
  type AgentRole,
  addMember,
  createOrganisation,
  createPerson,
  grantAgentRole,
  type MemberRole,
  type NewOrganisation,
} from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { communeByCode } from "#src/territory/index.ts";
import { demoTrainer } from "./agenda-people.ts";
import { type Cast, type CastOrganisation, loadVisitor, visitorOf } from "./cast.ts";
import { demoOrganisation } from "./organisation.ts";

/** How many training organisations ask for aid. */
export const ORGANISATIONS = 40;

const agents: readonly (readonly [role: AgentRole, name: string, email: string])[] = [
  ["officer", "Inès Truction (personne fictive)", "instruction@region.example"],
  ["supervisor", "Thibault Responsable (personne fictive)", "responsable@region.example"],
  ["approver", "Célia Commission (personne fictive)", "commission@region.example"],
  ["accountant", "Corentin Compte (personne fictive)", "comptable@region.example"],
  ["administrator", "Adèle Ministration (personne fictive)", "administration@region.example"],
  ["auditor", "Aude Itrice (personne fictive)", "audit@region.example"],
  ["animator", "Anna Lien (personne fictive)", "animation@region.example"],
  ["sustainability-adviser", "Dorian Durable (personne fictive)", "e3d@region.example"],
  ["organiser", "Orane Agenda (personne fictive)", "agenda@region.example"],
  ["operator", "Opale Programme (personne fictive)", "programme@operateur.example"],
  ["dreets", "Denis Réets (personne fictive)", "instruction@dreets.example"],
  ["managing-authority", "Gaëlle Gestion (personne fictive)", "gestion@fse.example"],
  ["opco", "Olga Péco (personne fictive)", "instruction@opco.example"],
  ["assessor", "Évane Luation (personne fictive)", "evaluation@experts.example"],
];

/** Makes the people, the organisations and their roles: fictional, and saying so. */
export async function makeCast(world: World): Promise<Cast> {
  const { ids, second, organisations } = await inTransaction(world.db, "system", async (tx) => {
    const made: [AgentRole, string][] = [];
    for (const [role, name, email] of agents) made.push([role, await makeAgent(tx, role, name, email)]);
    const other = await makeAgent(tx, "officer", "Octave Dossier (personne fictive)", "instruction2@region.example");
    return { ids: new Map(made), second: other, organisations: await makeOrganisations(tx, world.clock.now()) };
  });
  const played = await Promise.all(
    AGENT_ROLES.map(async (role) => [role, await loadVisitor(world, ids.get(role) ?? "")] as const),
  );
  return {
    organisations,
    secondOfficer: await loadVisitor(world, second),
    agents: Object.fromEntries(played) as Cast["agents"],
  };
}

async function makeAgent(tx: Tx, role: AgentRole, name: string, email: string): Promise<string> {
  const id = await createPerson(tx, { name, email, jobTitle: "Région (démonstration)" });
  await grantAgentRole(tx, id, role);
  return id;
}

async function makeOrganisations(tx: Tx, at: Temporal.Instant): Promise<readonly CastOrganisation[]> {
  const made: CastOrganisation[] = [];
  for (let n = 0; n < ORGANISATIONS; n++) made.push(await makeOrganisation(tx, n, at));
  const [first, second] = made;
  if (first !== undefined) await addTeam(tx, first.id, "0");
  // One person acts for several organisations: the owner of the first edits for the second.
  if (first !== undefined && second !== undefined) await addMember(tx, second.id, first.owner.person.id, "editor");
  await makeOthers(tx, at);
  return Promise.all(made.map(async (one) => ({ ...one, owner: await visitorOf(tx, one.owner.person.id) })));
}

const firstNames = [
  "Camille",
  "Dominique",
  "Morgan",
  "Sacha",
  "Charlie",
  "Lou",
  "Maxime",
  "Noa",
  "Eden",
  "Andrea",
] as const;
const lastNames = ["Exemple", "Modèle", "Spécimen", "Fictif", "Imaginaire", "Essai"] as const;

async function makeOrganisation(tx: Tx, n: number, at: Temporal.Instant): Promise<CastOrganisation> {
  const of = demoOrganisation(n);
  const id = await createOrganisation(tx, { ...rowOf(of), kind: "training-body" });
  // A step aside at each round of the two lists: no two people have the same name.
  const round = Math.floor(n / (firstNames.length * 3));
  const name = `${firstNames[n % firstNames.length]} ${lastNames[(n + round) % lastNames.length]} (personne fictive)`;
  const owner = await addPerson(tx, id, "owner", name, `direction.${n + 1}@formation.example`);
  await vouch(tx, { id, siren: of.siren, owner }, at);
  return { id, of, owner: await visitorOf(tx, owner) };
}

/** Their mail is at a domain that an agent saw to be theirs: they may file. */
async function vouch(
  tx: Tx,
  { id, siren, owner }: { readonly id: string; readonly siren: string; readonly owner: string },
  at: Temporal.Instant,
): Promise<void> {
  const domain = "formation.example";
  await addKnownDomain(tx, { siren, domain, source: `https://${domain}/mentions-legales`, by: null }, at);
  await addProof(tx, { organisationId: id, person: owner, way: "mail", what: domain, isEvident: true }, at);
}

function rowOf(of: DemoOrganisation): Omit<NewOrganisation, "kind"> {
  return {
    siren: of.siren,
    name: of.name,
    source: "declared",
    legalCategory: of.legalCategory,
    mainActivity: "85.59A",
    createdOn: "2008-09-01",
    headcount: of.headcount,
    declarationNumber: of.declarationNumber,
    qualiopi: true,
    qualiopiCategories: ["training", "apprenticeship"],
    establishments: [
      {
        siret: of.siret,
        name: "Siège",
        address: "1 rue de la Démonstration",
        postcode: communeByCode(of.commune)?.postcodes[0] ?? null,
        commune: of.commune,
        isHead: true,
      },
    ],
  };
}

async function addTeam(tx: Tx, id: string, mark: string): Promise<void> {
  await addPerson(tx, id, "editor", "Robin Rédaction (personne fictive)", `redaction.${mark}@formation.example`);
  await addPerson(tx, id, "reader", "Lise Lecture (personne fictive)", `lecture.${mark}@formation.example`);
}

async function addPerson(tx: Tx, organisation: string, role: MemberRole, name: string, email: string): Promise<string> {
  const id = await createPerson(tx, { name, email, phone: "02 00 00 00 01", jobTitle: "Direction" });
  await addMember(tx, organisation, id, role);
  return id;
}

/** A network, a skills operator and a consulting firm: they are organisations too. */
async function makeOthers(tx: Tx, at: Temporal.Instant): Promise<void> {
  const others: readonly Pick<NewOrganisation, "kind" | "name" | "opco">[] = [
    { kind: "network", name: "Réseau des ateliers normands (fictif)" },
    { kind: "opco", name: "Opérateur de compétences Exemple (fictif)", opco: "akto" },
    { kind: "consultant", name: "Cabinet Exemple 1 (fictif)" },
  ];
  for (const [index, other] of others.entries()) {
    const siren = fictionalSiren(80_000 + index);
    const establishment = { siret: fictionalSiret(siren), commune: "14118", isHead: true };
    const id = await createOrganisation(tx, { ...other, siren, source: "declared", establishments: [establishment] });
    const name = `${["Agathe Réseau", "Oscar Opco", "Constance Conseil"][index]} (personne fictive)`;
    const owner = await addPerson(tx, id, "owner", name, `${other.kind}@formation.example`);
    await vouch(tx, { id, siren, owner }, at);
    if (other.kind === "consultant") await addPerson(tx, id, "reader", demoTrainer.name, demoTrainer.email);
  }
}
