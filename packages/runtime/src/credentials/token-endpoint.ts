import { setRealAlarm } from '../client/clock.ts';
import { ConnectionError } from '../errors/call-errors.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { maskCause } from '../errors/mask-cause.ts';
import { AuthenticationError } from '../errors/status-errors.ts';
import type { TokenRequest } from './credential.ts';
import { type Grant, NOT_TOKEN68, readGrant, type TokenFailure } from './read-grant.ts';

/** What a token endpoint answered. */
interface TokenAnswer {
  readonly response: Response;
  readonly body: { readonly [member: string]: unknown };
}

/**
 * Asks a token endpoint for an access token.
 *
 * @remarks What may pass (no answer, 408, 429, 5xx) becomes a ConnectionError, which the call's retries
 * repeat; what the endpoint refuses an AuthenticationError with the endpoint's status and code; what is no
 * token a ConfigurationError. Redirects are refused: the secret belongs to the endpoint.
 * @param request - Clock, `fetch` and limit.
 * @param question - The request to send.
 * @see RFC 6749 section 5
 */
export async function askTokenEndpoint(
  { clock, fetch = globalThis.fetch, timeoutMs }: TokenRequest,
  question: Request,
): Promise<Grant | TokenFailure> {
  // The life of a token is counted from here: no answer says when it was made, only that it was later.
  const askedAt = clock.now();
  const controller = new AbortController();
  const cancel = (clock.setAlarm ?? setRealAlarm)(timeoutMs, () => controller.abort());
  try {
    const { signal } = controller;
    const response = await fetch(question, { signal, redirect: 'manual' });
    return readAnswer({ response, body: parse(await response.text()) }, askedAt);
  } catch (thrown) {
    return unreachable('token_endpoint_failed', 'no answer came', thrown);
  } finally {
    cancel();
  }
}

function parse(text: string): TokenAnswer['body'] {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function readAnswer({ response, body }: TokenAnswer, askedAt: number): Grant | TokenFailure {
  const { status, type } = response;
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return unreachable('redirect_refused', 'it redirects, and the secret belongs to its address');
  }
  if (status === 408 || status === 429 || status >= 500) {
    return unreachable('token_endpoint_failed', `it answered ${status}`);
  }
  if (status >= 400) return refused({ response, body });
  const { access_token: token, token_type: kind = 'bearer', expires_in: seconds } = body;
  if (typeof token !== 'string' || !/^bearer$/i.test(String(kind))) return unreadable(status);
  const lifeMs = Number(seconds) * 1000;
  return readGrant({ token, expiresAt: lifeMs > 0 ? askedAt + lifeMs : undefined }, NOT_TOKEN68);
}

function unreachable(code: string, why: string, thrown?: unknown): TokenFailure {
  return (context, masker) =>
    new ConnectionError(code, `cannot get an access token from the token endpoint: ${why}.`, {
      ...context,
      ...(thrown !== undefined && { cause: maskCause(thrown, masker) }),
    });
}

function refused({ response, body }: TokenAnswer): TokenFailure {
  const { status } = response;
  const code = typeof body['error'] === 'string' ? body['error'] : `http_${status}`;
  const said = typeof body['error_description'] === 'string' ? ` ${body['error_description']}` : '';
  return (context, masker) => {
    const mask = (text: string): string => masker?.maskIn(text) ?? text;
    const message = `cannot get an access token: the token endpoint answered ${status} ${code}.${said}`;
    return new AuthenticationError({
      ...context,
      status,
      code: mask(code),
      message: mask(message),
      // Nothing else of the answer: what it holds in which place is not known, and may be a secret.
      headers: new Headers(),
    });
  };
}

function unreadable(status: number): TokenFailure {
  const message = `cannot get an access token: the answer of the token endpoint, of status ${status}, holds no bearer token. Check tokenUrl.`;
  return (context) => new ConfigurationError('key_source_failed', message, context);
}
