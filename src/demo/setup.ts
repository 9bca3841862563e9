import { createHash } from "node:crypto";
import type { Demonstration } from "#policy/demonstration/index.ts";
import { frameworkOn, type Scheme } from "#policy/index.ts";
import { policyDay } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { declaredSetting } from "#src/platform/settings/declared.ts";
import { openProposals } from "#src/platform/settings/versions.ts";
import type { World } from "#src/platform/world.ts";
import { keepTemplate } from "#src/reviews/templates/template-acts.ts";
import { readingKey, subjectOf } from "#src/schemes/index.ts";
import { answerProposal, type Proposal, proposeVersion } from "#src/setup/decide.ts";
import { confirmImport, keepImport } from "#src/setup/grants/acts.ts";
import { countedIn, grantColumns, readGrants } from "#src/setup/grants/read.ts";
import { type Cast, type CastOrganisation, daysAgo, worldAt } from "./cast.ts";

/** A change of what is set, and what the second person said of it a day later; null where it waits still. */
interface Change {
  readonly key: string;
  readonly value: unknown;
  readonly reason: string;
  readonly daysAgo: number;
  readonly answer: "confirmed" | { readonly refused: string } | null;
}

const changes: readonly Change[] = [
  {
    key: "funder.phone",
    value: "02 00 00 00 01",
    reason: "Ouverture du standard du service.",
    daysAgo: 190,
    answer: "confirmed",
  },
  ...Object.entries({
    "finance.programme": "P231 Formation professionnelle",
    "finance.chapter": "932",
    "finance.function": "25",
    "finance.account": "65748",
  }).map(([key, value]) => ({
    key,
    value,
    reason: "Codes du budget, donnés par la direction des finances (fictifs).",
    daysAgo: 180,
    answer: "confirmed" as const,
  })),
  {
    key: "delay.completion",
    value: 15,
    reason: "Répondre plus vite.",
    daysAgo: 120,
    answer: { refused: "Quinze jours ne suffisent pas à obtenir un devis : gardons trente jours." },
  },
  {
    key: "funder.phone",
    value: "02 00 00 00 02",
    reason: "Déménagement du service.",
    daysAgo: 45,
    answer: "confirmed",
  },
  {
    key: "legal.publicity",
    value: "Projet soutenu par la Région Normandie.",
    reason: "Mention demandée par la direction de la communication.",
    daysAgo: 3,
    answer: null,
  },
];

/**
 * How the service was set up before and while requests came: settings changed by two people, one refused and one that
 * waits, a doubt closed by doctrine, aids of before taken from a spreadsheet.
 */
export async function playSetup(
  world: World,
  { agents, organisations }: Cast,
  played: readonly Demonstration[],
): Promise<void> {
  const { administrator, supervisor } = agents;
  await importGrants(worldAt(world, daysAgo(world, 200)), administrator, organisations, played);
  for (const { key, value, reason, daysAgo: days, answer } of changes) {
    const proposal = { key, subject: "", title: declaredSetting(key)?.title ?? key, value, reason, alone: false };
    await decide(world, { by: administrator, second: supervisor }, proposal, days, answer);
  }
  for (const { scheme, doctrine, templates = [] } of played) {
    for (const template of templates) await keepTemplate(world, supervisor, null, template);
    if (doctrine === undefined) continue;
    const { version } = frameworkOn(policyDay(daysAgo(world, doctrine.daysAgo)));
    const closing = {
      key: readingKey(doctrine.doubt),
      subject: subjectOf(version, scheme),
      title: `Doctrine, ${doctrine.doubt}`,
      value: { reading: "default", grounds: doctrine.grounds },
      reason: doctrine.grounds,
      alone: false,
    };
    await decide(world, { by: supervisor, second: administrator }, closing, doctrine.daysAgo, "confirmed");
  }
}

/** One proposes, on its day; another answers on the day after. */
async function decide(
  world: World,
  { by, second }: { readonly by: SignedVisitor; readonly second: SignedVisitor },
  proposal: Omit<Proposal, "effectiveOn">,
  days: number,
  answer: Change["answer"],
): Promise<void> {
  const at = daysAgo(world, days);
  await proposeVersion(worldAt(world, at), by, { ...proposal, effectiveOn: legalDay(at).toString() });
  if (answer === null) return;
  const open = await inTransaction(world.db, "system", openProposals);
  const version = open.find(({ key, subject }) => key === proposal.key && subject === proposal.subject);
  const word = answer === "confirmed" ? { confirmed: true, why: "" } : { confirmed: false, why: answer.refused };
  await answerProposal(worldAt(world, daysAgo(world, days - 1)), second, version?.id ?? "", word);
}

/** Aids granted from 2020 on, as the spreadsheets of before said them: most are shown, the last ones count. */
async function importGrants(
  world: World,
  administrator: SignedVisitor,
  organisations: readonly CastOrganisation[],
  played: readonly Demonstration[],
): Promise<void> {
  const today = policyDay(world.clock.now());
  const framework = frameworkOn(today);
  // An aid that one may come back for: what is counted of it beside the money was written down too.
  const scheme = played.map((one) => framework.scheme(one.scheme)).find((one) => measureOf(one) !== undefined);
  if (scheme === undefined || scheme === null) return;
  const titles = grantColumns(framework);
  const measured = countedIn(framework).map(({ measure }) => measure === measureOf(scheme));
  const aid = (siren: string, on: string, euros: number, count: number, source: string) => {
    const counts = measured.map((isOwn) => (isOwn ? String(count) : ""));
    return [siren, scheme.provision, on, String(euros), ...counts, source];
  };
  const shown = organisations.slice(0, 12).map(({ of: { siren } }, n) => {
    const [day, year] = [10 + n, 2020 + (n % 5)];
    return aid(siren, `${day}/03/${year}`, (6 + n) * 650, 6 + n, `CP ${year}-03-${day}`);
  });
  const counted = organisations.slice(35, 36).map(({ of: { siren } }, n) => {
    return aid(siren, `1${n}/10/2025`, 1400, 2, `CP 2025-10-1${n}`);
  });
  const text = [titles, ...shown, ...counted].map((cells) => cells.join(";")).join("\n");
  const rows = readGrants(text, framework, today).map(({ grant, errors }) => {
    if (grant === null) throw new Error(`the fictional spreadsheet is wrong: ${JSON.stringify(errors)}`);
    return grant;
  });
  const sha256 = createHash("sha256").update(text).digest("hex");
  const id = await keepImport(world, administrator, { name: "aides-2020-2025.csv", sha256, rows });
  await confirmImport(world, administrator, id);
}

/** What a scheme counts of each party beside the aid. */
function measureOf(scheme: Scheme | null | undefined): string | undefined {
  return scheme?.status === "open" ? scheme.counted?.measure : undefined;
}
