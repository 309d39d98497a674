// What APIs call the codes of the mock, the likeliest first.
const words: { readonly [code: string]: readonly string[] } = {
  not_found: ['resource_missing', 'resource_not_found', 'no_such', 'unknown', 'missing'],
  validation_failed: ['validation', 'unprocessable', 'invalid_parameter', 'invalid_argument'],
  malformed_request: ['malformed', 'bad_request', 'parse', 'syntax'],
  missing_credentials: ['unauthenticated', 'authentication_required', 'missing_token'],
  insufficient_scope: ['insufficient', 'permission', 'forbidden', 'access_denied'],
  rate_limit_exceeded: ['rate_limit', 'too_many_requests', 'resource_exhausted', 'throttled'],
  idempotency_key_reused: ['idempotency'],
  idempotency_in_progress: ['idempotency'],
  required: ['missing_field', 'missing', 'blank'],
  unknown_field: ['unknown', 'unexpected', 'not_allowed'],
};

const ofStatus: { readonly [status: number]: readonly string[] } = {
  400: ['bad_request', 'invalid_request', 'invalid_argument', 'invalid'],
  401: ['unauthorized', 'unauthenticated', 'authentication', 'auth', 'credential', 'token'],
  403: ['forbidden', 'permission', 'access_denied', 'not_allowed', 'unauthorized'],
  404: ['not_found', 'missing'],
  405: ['method_not_allowed', 'unimplemented'],
  406: ['not_acceptable'],
  409: ['conflict', 'already_exists', 'duplicate', 'aborted'],
  412: ['precondition'],
  413: ['too_large', 'out_of_range'],
  415: ['unsupported_media_type', 'media_type', 'unsupported'],
  422: ['unprocessable', 'validation', 'invalid_argument', 'invalid_request', 'invalid'],
  429: ['too_many_requests', 'rate_limit', 'throttle', 'quota', 'resource_exhausted'],
};

const ofClient = ['invalid_request', 'bad_request', 'client', 'request', 'invalid', 'failed'];
const ofServer = ['internal', 'server_error', 'api_error', 'unavailable', 'unknown'];

/**
 * The choice of an enumeration that comes nearest to a code.
 *
 * @param choices - As the document has them, in any spelling; at least one.
 * @param code - Of the mock.
 * @param status - Of the answer.
 */
export function nearestWord(choices: readonly string[], code: string, status: number): string {
  const wanted = [
    ...[code, String(status), ...(words[code] ?? []), ...(ofStatus[status] ?? [])],
    ...(status >= 500 ? ofServer : ofClient),
  ].map(letters);
  const plain = choices.map((choice) => [choice, letters(choice)] as const);
  for (const word of wanted) {
    const same = plain.find(([, choice]) => choice === word);
    if (same !== undefined) return same[0];
  }
  for (const word of wanted) {
    const alike = plain.find(([, choice]) => choice.includes(word));
    if (alike !== undefined) return alike[0];
  }
  return choices[0] ?? code;
}

function letters(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** An API's own codes, where the document gives them as prose only. */
export interface Vocabulary {
  /** By the mock's code; `''` is for all others. Absent where the API gives no code. */
  readonly [code: string]: string | undefined;
}

const stripe: Vocabulary = {
  not_found: 'resource_missing',
  required: 'parameter_missing',
  unknown_field: 'parameter_unknown',
  rate_limit_exceeded: 'rate_limit',
  already_exists: 'resource_already_exists',
  idempotency_in_progress: 'idempotency_key_in_use',
};

const github: Vocabulary = {
  required: 'missing_field',
  already_exists: 'already_exists',
  unprocessable: 'unprocessable',
  '': 'invalid',
};

/**
 * The vocabulary of a well-known kind of error body, told by its members; absent for any other.
 *
 * @param names - Members of the object that holds the code.
 * @param types - Choices of its member `type`.
 * @see https://docs.stripe.com/error-codes, https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
export function vocabularyOf(
  names: ReadonlySet<string>,
  types: readonly string[],
): Vocabulary | undefined {
  if (types.includes('invalid_request_error') && names.has('param')) return stripe;
  const isGithub = names.has('resource') && names.has('field') && names.has('code');
  return isGithub ? github : undefined;
}
