import { Readable } from "node:stream";
import { frameworkOn, type Raw } from "#policy/index.ts";
import { declarationIds, joinPaper, submitApplication, writeMessage } from "#src/applications/index.ts";
import { createDraft, openFile, policyDay } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { type Cast, type CastOrganisation, daysAgo, type FiledRequest, worldAt } from "./cast.ts";
import { demoFile, demoOrganisation, phaseAnswers, plannedAfter, structureAnswers } from "./file.ts";
import { playAll } from "./lanes.ts";
import { randomOf } from "./numbers.ts";
import { demoPaper } from "./paper.ts";
import { ORGANISATIONS } from "./people.ts";

/** A request to make: whose, how it departs from the ordinary, and how many days ago it was filed (null: still a draft). */
interface Plan {
  readonly n: number;
  readonly organisation: CastOrganisation;
  readonly twist: Raw;
  readonly filedDaysAgo: number | null;
  /** Papers left out of a draft. */
  readonly withoutPapers?: boolean;
}

/** How many requests are filed. */
const FILED = 40;

/**
 * Whose request it is, where it is not the organisation of the same rank: a few come back with a second request, one of
 * them with hardly a day left to fund (CS-9).
 */
const asks: Readonly<Record<number, number>> = {
  7: 33,
  10: 36,
  11: 37,
  13: 39,
  33: 7,
  36: 10,
  37: 11,
  39: 13,
  21: 1,
  12: 38,
  38: 12,
  30: 0,
};

/** Days and price of some requests, so that aids are small and large: `[diagnosis, support, euros a day]`. */
const sizes: Readonly<Record<number, readonly [diagnosis: string, support: string, price: string]>> = {
  0: ["8", "20", "1000"],
  1: ["2", "5", "780"],
  9: ["4", "13", "690"],
  11: ["6", "21", "1 150"],
  15: ["5", "25", "1 200"],
  20: ["3", "9", "720"],
  21: ["3", "10", "940"],
  25: ["4", "22,5", "980"],
  27: ["2", "3", "650"],
  30: ["3", "6", "900"],
  31: ["7", "18", "1 080"],
  35: ["1,5", "4", "820"],
  37: ["4", "16", "890"],
  38: ["3", "7", "1 000"],
};

/** Writes drafts and files requests as their authors would, months ago and yesterday. Returns those filed, oldest first. */
export async function playApplicants(world: World, cast: Cast): Promise<readonly FiledRequest[]> {
  const plans = plansFor(cast);
  const drafted: (readonly [Plan, string])[] = [];
  await playAll(
    plans,
    (plan) => String(plan.n),
    async (plan) => void drafted.push([plan, await writeDraft(world, plan)]),
  );
  const filed: FiledRequest[] = [];
  const inOrder = drafted.toSorted(([a], [b]) => (b.filedDaysAgo ?? -1) - (a.filedDaysAgo ?? -1));
  for (const [plan, id] of inOrder) {
    if (plan.filedDaysAgo !== null) filed.push(await fileRequest(world, plan, id));
  }
  await askQuestion(world, filed);
  return filed;
}

function plansFor(cast: Cast): readonly Plan[] {
  const { organisations } = cast;
  const at = (n: number) => organisations[n % organisations.length] as CastOrganisation;
  const filed = Array.from({ length: FILED }, (_, n): Plan => {
    const days = 1 + Math.round(((FILED - n) * 150) / FILED);
    const organisation = at(asks[n] ?? n);
    return { n, organisation, twist: { ...sizeOf(n), ...twistOf(n, organisation) }, filedDaysAgo: days };
  });
  const drafts: Plan[] = [
    // The first organisation has what each screen shows: a draft just begun, one nearly ready.
    {
      n: 100,
      organisation: at(0),
      twist: { needs: "", sustainability: "", "provider.siret": "" },
      filedDaysAgo: null,
      withoutPapers: true,
    },
    { n: 101, organisation: at(3), twist: {}, filedDaysAgo: null },
    {
      n: 102,
      organisation: at(7),
      twist: { title: "", needs: "", themes: [] },
      filedDaysAgo: null,
      withoutPapers: true,
    },
    {
      n: 103,
      organisation: at(11),
      twist: { "structures.0.headcount": "une dizaine" },
      filedDaysAgo: null,
      withoutPapers: true,
    },
  ];
  return [...filed, ...drafts];
}

function sizeOf(n: number): Raw {
  const size = sizes[n];
  if (size === undefined) return {};
  const [diagnosis, support, price] = size;
  return {
    "structures.0.phases.0.days": diagnosis,
    "structures.0.phases.0.dailyCost": price,
    "structures.0.phases.1.days": support,
    "structures.0.phases.1.dailyCost": price,
  };
}

/** Some requests meet what the rules speak of: a dear day, too many days, a doubt, a condition not met. */
function twistOf(n: number, bearer: CastOrganisation): Raw {
  switch (n % 10) {
    case 2:
      return {
        "structures.0.phases.0.dailyCost": "1 200",
        "structures.0.phases.1.dailyCost": "1 200",
        "structures.0.phases.1.days": "15",
      };
    case 3:
      return { "structures.0.phases.1.days": "28" };
    case 4:
      return collective(n, bearer);
    case 5:
      return {
        "structures.0.servesJobSeekers": "non",
        "structures.0.plansToServeJobSeekers": "oui",
        "structures.0.jobSeekersPlan": "Ouvrir deux parcours aux demandeurs d’emploi dès la rentrée.",
      };
    case 6:
      return { workStarted: "oui" };
    case 7:
      return n === 17 ? { "structures.0.headcount": "5" } : {};
    case 8:
      return {
        "provider.partnerBody": "uncontracted",
        "provider.partnerName": "Atelier Partenaire (fictif)",
        "provider.partnerPurpose": "Une expertise en accessibilité numérique.",
      };
    case 9:
      return { otherPublicFunding: "9000", otherPublicFunders: "L’opérateur de compétences, accord reçu." };
    default:
      return {};
  }
}

/** Three structures together, each with its own days: two of them ask for nothing else. */
function collective(n: number, bearer: CastOrganisation): Raw {
  const others = [1, 2].map((step) => demoOrganisation(ORGANISATIONS + n + step));
  return {
    route: "collective",
    "bearer.name": "Réseau des ateliers normands (fictif)",
    "bearer.siret": bearer.of.siret,
    "bearer.mandated": "oui",
    "structures.length": "3",
    daysAreShared: "non",
    ...Object.assign(
      {},
      ...others.map((other, index) => ({
        ...structureAnswers(index + 1, other),
        ...phaseAnswers(index + 1, randomOf(n * 10 + index)),
      })),
    ),
  };
}

async function writeDraft(world: World, plan: Plan): Promise<string> {
  const { organisation, n } = plan;
  const at = daysAgo(world, (plan.filedDaysAgo ?? 1) + 5, n);
  const then = worldAt(world, at);
  const { owner } = organisation;
  // The organisation's own answers, whichever of the fictional requests it makes.
  const own = { ...demoFile(n).raw, ...structureAnswers(0, organisation.of), ...plan.twist };
  const raw = plannedAfter(own, legalDay(at));
  const framework = frameworkOn(policyDay(at)).version;
  const draft = { scheme: "appui-conseil", framework, organisationId: organisation.id, raw };
  const id = await inTransaction(world.db, readerOf(owner), (tx) => createDraft(tx, draft, owner.person.id, at));
  if (plan.withoutPapers !== true) await joinPapers(then, organisation, id);
  return id;
}

export async function joinPapers(world: World, organisation: CastOrganisation, id: string): Promise<void> {
  const { owner } = organisation;
  const file = await inTransaction(world.db, readerOf(owner), (tx) => openFile(tx, id, world.clock.now()));
  for (const asked of file?.reading.documents ?? []) {
    if (!asked.required) continue;
    const bytes = Readable.from([demoPaper(asked.label, [organisation.of.name, asked.situation])]);
    const name = `${asked.document.id}.pdf`;
    const received = await receiveFile(world, bytes, name, ["application/pdf"]);
    if (!received.ok) throw new Error(received.message);
    const [document = "", about = ""] = asked.key.split(":");
    await joinPaper(world, owner, id, { document, about, received });
  }
}

async function fileRequest(world: World, plan: Plan, id: string): Promise<FiledRequest> {
  const { organisation, n } = plan;
  const filedAt = daysAgo(world, plan.filedDaysAgo ?? 0, n);
  const request = { id, key: crypto.randomUUID(), version: 1, location: "" };
  const scheme = frameworkOn(policyDay(filedAt)).scheme("appui-conseil");
  const ticked = scheme?.status === "open" ? [...declarationIds(scheme), "sachant"] : [];
  const outcome = await submitApplication(worldAt(world, filedAt), organisation.owner, request, ticked, "sachant");
  if (outcome.kind !== "done") throw new Error(`request ${n} of the demonstration: ${JSON.stringify(outcome)}`);
  return { id, n, organisation, filedAt };
}

/** One applicant asks a question that no one has answered yet. */
async function askQuestion(world: World, filed: readonly FiledRequest[]): Promise<void> {
  const one = filed.at(-3);
  if (one === undefined) return;
  const request = { id: one.id, key: crypto.randomUUID(), version: null, location: "" };
  const body =
    "Bonjour,\n\nNotre prestataire propose de commencer une semaine plus tôt. Faut-il modifier notre demande ?";
  await writeMessage(worldAt(world, one.filedAt.add({ hours: 5 })), one.organisation.owner, request, body);
}
