/** A secret that no scanner takes for a real one. */
export const SECRET: string = `whsec_${btoa('a mock secret of 24 bytes')}`;

/** When everything was sent, in seconds since the epoch. */
export const SENT_AT = 1_750_000_000;

/** A signed webhook. */
export interface SignedWebhook {
  /** Its body. */
  readonly body: string;
  /** Its headers. */
  readonly headers: Record<string, string>;
}

/**
 * A webhook with the signature of a secret.
 *
 * @param event - Its event, or its body as text.
 * @param id - Its id.
 */
export async function signed(event: unknown, id = 'msg_1'): Promise<SignedWebhook> {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const raw = Uint8Array.from(atob(SECRET.slice(6)), (unit) => unit.charCodeAt(0));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['sign']);
  return stamped(body, id, async (content) => [
    'v1',
    await crypto.subtle.sign('HMAC', key, content),
  ]);
}

/**
 * A webhook with a signature of any kind.
 *
 * @param body - Its body.
 * @param id - Its id.
 * @param sign - Gives version and signature of what is signed.
 */
export async function stamped(
  body: string,
  id: string,
  sign: (content: Uint8Array<ArrayBuffer>) => Promise<readonly [version: string, ArrayBuffer]>,
): Promise<SignedWebhook> {
  const content = new Uint8Array(new TextEncoder().encode(`${id}.${SENT_AT}.${body}`));
  const [version, signature] = await sign(content);
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(SENT_AT),
    'webhook-signature': `${version},${btoa(String.fromCharCode(...new Uint8Array(signature)))}`,
  };
  return { body, headers };
}

/** The present of these webhooks. */
export const now = (): number => SENT_AT * 1000;
