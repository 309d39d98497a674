/** How one attempt ended. */
export interface AttemptResult {
  /** Whether the endpoint took it, with any 2xx. */
  readonly ok: boolean;
  /** What the endpoint answered; absent when no answer came in time. */
  readonly responseStatus?: number;
  /** The answer's `Retry-After`. */
  readonly retryAfter?: string;
}

/** What is posted. */
export interface OutgoingPost {
  /** The endpoint. */
  readonly url: string;
  /** Signature included. */
  readonly headers: { readonly [name: string]: string };
  /** The signed bytes, as text. */
  readonly body: string;
}

// Within what Standard Webhooks recommends: 15 to 30 s.
const timeoutMs = 15_000;

/**
 * Posts one message once.
 *
 * @remarks A redirect is a failure, never followed: an event must not reach an address that nobody
 * registered. Whatever goes wrong is a result, not an error.
 */
export async function postDelivery(
  post: OutgoingPost,
  fetch: typeof globalThis.fetch,
): Promise<AttemptResult> {
  try {
    const response = await fetch(post.url, {
      method: 'POST',
      headers: { ...post.headers },
      body: post.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return readResponse(response);
  } catch {
    return { ok: false };
  }
}

function readResponse(response: Response): AttemptResult {
  // A browser hides the status of a redirect behind 0, which no document allows.
  if (response.status === 0) return { ok: false };
  const retryAfter = response.headers.get('retry-after');
  return {
    ok: response.ok,
    responseStatus: response.status,
    ...(retryAfter === null ? {} : { retryAfter }),
  };
}
