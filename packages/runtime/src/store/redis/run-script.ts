import type { RedisConnection, ScriptInput } from './client-adapter.ts';

const digests = new Map<string, Promise<string>>();

/**
 * Runs a script by its digest, and sends it whole where Redis does not know it.
 *
 * @param connection - To Redis.
 * @param script - Lua.
 * @param input - Its keys and values.
 * @returns What it returned.
 */
export async function runScript(
  connection: RedisConnection,
  script: string,
  input: ScriptInput,
): Promise<unknown> {
  const digest = await digestOf(script);
  try {
    return await connection.runByDigest(digest, input);
  } catch (error) {
    if (!isUnknownScript(error)) throw error;
    return connection.run(script, input);
  }
}

/** Redis 7 puts words before the code in some places: nothing but the beginning can be relied on. */
function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && /^(ERR )?NOSCRIPT/.test(error.message);
}

function digestOf(script: string): Promise<string> {
  let digest = digests.get(script);
  if (!digest) {
    digest = sha1(script);
    digests.set(script, digest);
  }
  return digest;
}

async function sha1(text: string): Promise<string> {
  const bytes = await globalThis.crypto.subtle.digest('SHA-1', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
