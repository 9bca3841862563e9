import { drawLine } from "../src/selection/ranking/line.ts";
import { type Rankable, rankOf } from "../src/selection/ranking/rank.ts";

/** How long a ranking and a trial take on many files: a room waits for neither. */
const FILES = 2_000;
const TIMES = 50;

const candidates: readonly Rankable[] = Array.from({ length: FILES }, (_, at) => ({
  id: `f${at}`,
  score: (at * 7_919) % 6_000,
  central: (at * 31) % 240,
  asked: 1_000_00 + ((at * 104_729) % 5_000_000),
  filedAt: new Date(1_770_000_000_000 + at * 60_000).toISOString(),
  place: null,
}));
const envelopes = [2026, 2027].flatMap((year) => [
  { funder: "region", year, section: "running" as const, amount: 1_500_000_000 },
  { funder: "region", year, section: "investment" as const, amount: 500_000_000 },
  { funder: "another-funder", year, section: null, amount: 6_000_000_000 },
]);

/** The ranking, the line, then the line again with one file cut and one envelope raised. */
function rankAndTry(): number {
  const ranked = rankOf(candidates, "spreading");
  const asked = new Map(candidates.map(({ id, asked: amount }) => [id, amount]));
  const asks = (id: string, share: number) => [
    {
      funder: "region",
      amount: Math.floor((asked.get(id) ?? 0) * share),
      investment: Math.floor((asked.get(id) ?? 0) * share * 0.2),
    },
    { funder: "another-funder", amount: 3 * Math.floor((asked.get(id) ?? 0) * share) },
  ];
  const files = ranked.map(({ id }) => ({ id, asks: asks(id, 1) }));
  const before = drawLine(files, envelopes);
  const cut = before.stopped?.id;
  const tried = files.map((file) => (file.id === cut ? { ...file, asks: asks(file.id, 0.5) } : file));
  const richer = envelopes.map((one, at) => (at === 0 ? { ...one, amount: one.amount + 10_000_000 } : one));
  return drawLine(tried, richer).funded.length - before.funded.length;
}

rankAndTry();
const times: number[] = [];
for (let n = 0; n < TIMES; n += 1) {
  const start = performance.now();
  rankAndTry();
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const ms = (at: number) => (times[at] ?? 0).toFixed(1);
process.stdout.write(`${FILES} files ranked, then tried: median ${ms(TIMES / 2)} ms, worst ${ms(TIMES - 1)} ms\n`);
