// RFC 1321 §3.4: how far each step of a round turns.
const turns = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

// RFC 1321 §3.4: the whole part of 2^32 times the sines of whole numbers.
const sines: Int32Array = Int32Array.from(
  { length: 64 },
  (_, at) => (Math.abs(Math.sin(at + 1)) * 2 ** 32) | 0,
);

/** The MD5 of bytes (RFC 1321), which some forms of credentials still ask for. */
export function md5(bytes: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) * 64));
  for (const [at, byte] of bytes.entries()) padded.setUint8(at, byte);
  padded.setUint8(bytes.length, 0x80);
  padded.setBigUint64(padded.byteLength - 8, BigInt(bytes.length) * 8n, true);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let start = 0; start < padded.byteLength; start += 64) compress(state, padded, start);
  const sum = new DataView(new ArrayBuffer(16));
  for (const [at, word] of state.entries()) sum.setInt32(4 * at, word, true);
  return new Uint8Array(sum.buffer);
}

function compress(state: Int32Array, bytes: DataView, start: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const [mixed, at] = mix(round, step, [b, c, d]);
    const sum = a + mixed + (sines[step] ?? 0) + bytes.getInt32(start + 4 * at, true);
    const turn = turns[round]?.[step % 4] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
  }
  for (const [at, word] of [a, b, c, d].entries()) state[at] = ((state[at] ?? 0) + word) | 0;
}

/** The function of a round, and which word of the block it takes. */
function mix(
  round: number,
  step: number,
  [b, c, d]: readonly [number, number, number],
): readonly [mixed: number, at: number] {
  if (round === 0) return [(b & c) | (~b & d), step];
  if (round === 1) return [(d & b) | (~d & c), (5 * step + 1) % 16];
  if (round === 2) return [b ^ c ^ d, (3 * step + 5) % 16];
  return [c ^ (b | ~d), (7 * step) % 16];
}
