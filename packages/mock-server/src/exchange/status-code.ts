/** The mock's codes of errors that nothing more is known of than their status. */
const codes: { readonly [status: number]: string | undefined } = {
  400: 'malformed_request',
  401: 'invalid_api_key',
  403: 'insufficient_scope',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limit_exceeded',
  503: 'service_unavailable',
};

/** The code that stands for a status: `not_found` for 404. */
export function codeOfStatus(status: number): string {
  return codes[status] ?? (status >= 500 ? 'internal_error' : 'malformed_request');
}
