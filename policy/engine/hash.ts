/** JSON with sorted keys and no undefined: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.join(",")}}`;
}

/** First 32 bits of the fractional parts of the given root of the first primes, as FIPS 180-4 defines them. */
function constants(count: number, root: (n: number) => number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (prime) found.push(((root(n) % 1) * 0x1_0000_0000) | 0);
  }
  return found;
}

const K = constants(64, Math.cbrt);
const H = constants(8, Math.sqrt);

function rotate(x: number, n: number): number {
  return (x >>> n) | (x << (32 - n));
}

function padded(text: string): DataView {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(view.byteLength - 4, (bytes.length << 3) >>> 0);
  return view;
}

/** SHA-256 (FIPS 180-4) of a text in UTF-8, in hexadecimal: synchronous, and the same in a browser. */
export function sha256(text: string): string {
  const view = padded(text);
  const hash = Int32Array.from(H);
  const w = new Int32Array(64);
  const at = (array: Int32Array, index: number) => array[index] ?? 0;
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = at(w, i - 15);
      const y = at(w, i - 2);
      const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
      const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
      w[i] = (at(w, i - 16) + s0 + at(w, i - 7) + s1) | 0;
    }
    const s = Int32Array.from(hash);
    for (let i = 0; i < 64; i++) {
      const [a, b, c, e, f, g] = [at(s, 0), at(s, 1), at(s, 2), at(s, 4), at(s, 5), at(s, 6)];
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const t1 = (at(s, 7) + s1 + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + at(w, i)) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      s.copyWithin(1, 0, 7);
      s[0] = t1 + t2;
      s[4] = at(s, 4) + t1;
    }
    for (let i = 0; i < 8; i++) hash[i] = at(hash, i) + at(s, i);
  }
  return Array.from(hash, (part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}
