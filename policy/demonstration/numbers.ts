/** The same sequence for the same seed: the demonstration is the same at each start. */
export function randomOf(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: () => number, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

/** The n-th fictional SIREN: a valid key, in a range that begins with 000, where no company is. */
export function fictionalSiren(n: number): string {
  return withKey(`000${String(n % 100_000).padStart(5, "0")}`);
}

/** The head office of a fictional SIREN, or its n-th establishment. */
export function fictionalSiret(siren: string, establishment = 1): string {
  return withKey(siren + String(establishment).padStart(4, "0"));
}

/** Adds the digit that makes Luhn's sum a multiple of ten. */
function withKey(digits: string): string {
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return digits + String((10 - (sum % 10)) % 10);
}
