/** A state of the hash: eight words. */
type State = Int32Array;

const primes: number[] = [];
for (let number = 2; primes.length < 64; number++) {
  if (primes.every((prime) => number % prime > 0)) primes.push(number);
}

// FIPS 180-4 §4.2.2, §5.3.3: the first 32 bits of the fractions of roots of the first primes.
const fractionOf = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const constants = Int32Array.from(primes, (prime) => fractionOf(Math.cbrt(prime)));
const beginning: State = Int32Array.from(primes.slice(0, 8), (prime) =>
  fractionOf(Math.sqrt(prime)),
);
const schedule = new Int32Array(64);

// As an integer, so that engines keep it in a register.
function word(words: Int32Array, at: number): number {
  return (words[at] ?? 0) | 0;
}

function turn(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits));
}

// FIPS 180-4 §6.2.2
function compress(state: State, bytes: DataView, start: number): void {
  for (let at = 0; at < 16; at++) schedule[at] = bytes.getInt32(start + 4 * at);
  for (let at = 16; at < 64; at++) schedule[at] = nextWord(at);
  let [a, b, c, d] = [word(state, 0), word(state, 1), word(state, 2), word(state, 3)];
  let [e, f, g, h] = [word(state, 4), word(state, 5), word(state, 6), word(state, 7)];
  for (let at = 0; at < 64; at++) {
    const first = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g));
    const sum = (h + first + word(constants, at) + word(schedule, at)) | 0;
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + sum) | 0;
    d = c;
    c = b;
    b = a;
    a = (sum + second) | 0;
  }
  const sums = [a, b, c, d, e, f, g, h];
  for (let at = 0; at < 8; at++) state[at] = word(state, at) + (sums[at] ?? 0);
}

function nextWord(at: number): number {
  const [near, far] = [word(schedule, at - 2), word(schedule, at - 15)];
  const left = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
  const right = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3);
  return left + word(schedule, at - 7) + right + word(schedule, at - 16);
}

function finish(start: State, bytes: Uint8Array, before: number): Uint8Array {
  const state = start.slice();
  const padded = new Uint8Array((bytes.length + 72) & ~63);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  // The length in bits has 64 bits; no text here is longer than 512 MB.
  view.setUint32(padded.length - 4, (before + bytes.length) * 8);
  for (let at = 0; at < padded.length; at += 64) compress(state, view, at);
  const digest = new DataView(new ArrayBuffer(32));
  for (let at = 0; at < 8; at++) digest.setInt32(4 * at, word(state, at));
  return new Uint8Array(digest.buffer);
}

/**
 * SHA-256, at once: the platform's own can only be waited for.
 *
 * @see FIPS 180-4
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  return finish(beginning, bytes, 0);
}

/**
 * HMAC-SHA256 with a key that is prepared once.
 *
 * @see RFC 2104
 */
export function hmacSha256(key: Uint8Array): (bytes: Uint8Array) => Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  const keyed = (mask: number): State => {
    const state = beginning.slice();
    compress(state, new DataView(block.map((byte) => byte ^ mask).buffer), 0);
    return state;
  };
  const [inner, outer] = [keyed(0x36), keyed(0x5c)];
  return (bytes) => finish(outer, finish(inner, bytes, 64), 64);
}

/** Bytes in hex, lower case. */
export function bytesToHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += (byte + 256).toString(16).slice(1);
  return hex;
}
