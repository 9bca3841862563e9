/** Processor time of the best of so many passes, in milliseconds. */
export function best(passes: number, of: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < passes; pass++) {
    const start = process.cpuUsage();
    of();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

/** How long 100 000 files take, compiled and in plain functions, from the time of so many. */
export function compared(compiled: number, plain: number, files: number): string {
  const hundred = (ms: number) => `${((ms / files) * 100).toFixed(1)} s for 100 000`;
  return `compiled ${hundred(compiled)}, plain ${hundred(plain)}: ${(compiled / plain).toFixed(1)} times`;
}
