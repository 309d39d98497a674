import type { TokenForm } from './token-credential.ts';

/**
 * A token that is sent in a header.
 *
 * @param name - Name of the header.
 * @param write - Makes the header's value of a token.
 */
export function inHeader(name: string, write: (token: string) => string): TokenForm {
  return {
    headerName: name.toLowerCase(),
    attach(request, token) {
      request.headers.set(name, write(token.reveal()));
      return request;
    },
  };
}

/**
 * The value of a bearer token's header.
 *
 * @param token - The token.
 */
export function writeBearer(token: string): string {
  return `Bearer ${token}`;
}

/**
 * The value of the header of Basic authentication.
 *
 * @remarks Of the text as UTF-8: what servers of today read, and ASCII is part of.
 * @param pair - User and password, with a colon between them.
 * @see RFC 7617 section 2.1
 */
export function writeBasic(pair: string): string {
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(pair)))}`;
}
