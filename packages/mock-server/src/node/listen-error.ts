/** Why a server could not be started. */
export type ListenErrorCode =
  | 'port_in_use'
  | 'permission_denied'
  | 'address_not_available'
  | 'listen_failed';

const reasons: { readonly [code: string]: readonly [ListenErrorCode, string] } = {
  EADDRINUSE: ['port_in_use', 'another process listens there. Choose another port, or 0 for any'],
  EACCES: ['permission_denied', 'the port is reserved. Choose one above 1023, or 0 for any'],
  EADDRNOTAVAIL: ['address_not_available', 'no network interface has this address. Use 127.0.0.1'],
  ENOTFOUND: ['address_not_available', 'the host name is unknown. Use 127.0.0.1'],
};

/** The HTTP server could not be started. */
export class ListenError extends Error {
  /** Tells this error from others without `instanceof`. */
  readonly kind: 'listen' = 'listen';
  /** Why not. */
  readonly code: ListenErrorCode;
  /** The port that was asked for. */
  readonly port: number;
  /** The host that was asked for. */
  readonly host: string;

  /**
   * @param port - The port that was asked for.
   * @param host - The host that was asked for.
   * @param cause - What Node said.
   */
  constructor(port: number, host: string, cause: Error & { readonly code?: string }) {
    const [code, reason] = reasons[cause.code ?? ''] ?? ['listen_failed', cause.message];
    super(`cannot listen on ${host}:${port}: ${reason}.`, { cause });
    this.name = 'ListenError';
    this.code = code;
    this.port = port;
    this.host = host;
  }
}
