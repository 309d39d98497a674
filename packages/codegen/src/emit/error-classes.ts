const BY_STATUS: { readonly [status: string]: string } = {
  '400': 'BadRequestError',
  '401': 'AuthenticationError',
  '403': 'PermissionError',
  '404': 'NotFoundError',
  '409': 'ConflictError',
  '422': 'ValidationError',
  '429': 'RateLimitError',
};

/** The runtime's class for an error answer: `404` → `NotFoundError`; `undefined` for a success. */
export function errorClassOf(status: string): string | undefined {
  if (/^[123]/.test(status)) {
    return undefined;
  }
  return BY_STATUS[status] ?? (status.startsWith('5') ? 'ServerError' : 'ApiError');
}
