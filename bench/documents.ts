import { richAgreement } from "#src/agreements/letters/grant-agreement.fixture.ts";
import { grantAgreement } from "#src/agreements/letters/grant-agreement.ts";
import { minimalReceipt, richReceipt } from "#src/applications/filing/receipt.fixture.ts";
import { receiptLetter } from "#src/applications/filing/receipt-letter.ts";
import { type AwardLetter, awardLetter } from "#src/awards/letters/award-letter.ts";
import { richCommissionReport } from "#src/awards/letters/commission-report.fixture.ts";
import { commissionReport } from "#src/awards/letters/commission-report.ts";
import { richAward } from "#src/awards/letters/letters.fixture.ts";
import type { DocumentTemplate } from "#src/platform/documents/index.ts";
import { renderPdf } from "#src/platform/documents/render.ts";

/** Documents per second, one after the other in the typesetting thread, each with data of its own. Run: npx tsx bench/documents.ts [count] */
const count = Number(process.argv[2] ?? 300);

interface Numbered {
  readonly letterhead: { readonly references: readonly [{ label: string; value: string }, ...unknown[]] };
}

async function measure<Data extends Numbered>(
  name: string,
  template: DocumentTemplate<Data>,
  data: Data,
  runs: number,
) {
  await renderPdf(template, data);
  const blocked = watchEventLoop();
  const start = performance.now();
  let bytes = 0;
  for (let index = 0; index < runs; index++) {
    const letterhead = { ...data.letterhead, references: [{ label: "Dossier", value: `AC-${index}` }] as const };
    bytes += (await renderPdf(template, { ...data, letterhead })).pdf.length;
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    document: name,
    "per second": Math.round(runs / seconds),
    "ms each": Number(((seconds * 1000) / runs).toFixed(1)),
    "kB each": Math.round(bytes / runs / 1000),
    "longest wait of the caller's thread, ms": blocked(),
    "process, MB": Math.round(process.memoryUsage().rss / 1e6),
  };
}

/** How late a timer of 5 ms comes at worst: what a request would feel. */
function watchEventLoop(): () => number {
  let worst = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    worst = Math.max(worst, now - last - 5);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return Math.round(worst);
  };
}

/** As the letters of a notification are made: two at once, on the two threads that share them. */
async function notification(letters: number): Promise<string> {
  await Promise.all([renderPdf(awardLetter, richAward), renderPdf(awardLetter, richAward)]);
  const blocked = watchEventLoop();
  const start = performance.now();
  const cpu = process.cpuUsage();
  let next = 0;
  const work = async () => {
    while (next < letters) {
      await renderPdf(awardLetter, letterOf(next++));
    }
  };
  await Promise.all([work(), work()]);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const spent = (user + system) / 1_000_000;
  return `${letters} letters of a notification: ${seconds.toFixed(1)} s, ${spent.toFixed(1)} s of processors; longest wait of the caller's thread ${blocked()} ms`;
}

/** Another project, beneficiary, address and amounts in each: what letters of a run do not share. */
function letterOf(at: number): AwardLetter {
  const name = `Organisme fictif nº ${at}`;
  const { plan, letterhead, shares } = richAward;
  return {
    ...richAward,
    beneficiary: name,
    projectTitle: `Le projet ${at} d’une équipe`,
    plan: { ...plan, eligible: plan.eligible + at * 1_234, aid: plan.aid + at * 864 },
    shares: shares.map((share, index) => ({ ...share, name: `Structure ${at}-${index}`, cents: share.cents + at })),
    letterhead: {
      ...letterhead,
      references: [{ label: "Dossier", value: `TR-${at}` }],
      recipient: { name, address: [`${at} quai des Essais`, "76000 Rouen"] },
    },
  };
}

const cold = performance.now();
await renderPdf(receiptLetter, minimalReceipt);
process.stdout.write(`First document, thread and fonts included: ${Math.round(performance.now() - cold)} ms\n`);

const [file] = richCommissionReport.files;
const hundred = {
  ...richCommissionReport,
  files: [file, ...Array.from({ length: 99 }, (_, index) => ({ ...file, fileNumber: `AC-2026-${index}` }))] as const,
};

console.table([
  await measure("award letter, 2 pages", awardLetter, richAward, count),
  await measure("receipt with its answers, 4 pages", receiptLetter, richReceipt, count),
  await measure("grant agreement, 4 pages", grantAgreement, richAgreement, count),
  await measure("report of 100 files", commissionReport, hundred, Math.max(5, Math.round(count / 30))),
]);
process.stdout.write(`${await notification(300)}\n`);
