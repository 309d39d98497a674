/** What was wrong with a call to the mock itself. */
export type MockErrorCode =
  | 'invalid_option'
  | 'invalid_model'
  | 'invalid_snapshot'
  | 'unknown_key'
  | 'unknown_operation'
  | 'unknown_collection'
  | 'invalid_row'
  | 'invalid_answer';

/**
 * A mistake of the one who uses the mock, never of the client that calls the mocked API.
 *
 * @remarks The mocked API's own errors are answers with a status and a problem document.
 */
export class MockError extends Error {
  /** Tells the mistakes apart. */
  readonly code: MockErrorCode;

  /**
   * @param code - Tells the mistakes apart.
   * @param message - cannot (verb) (object): (reason). (what to do).
   */
  constructor(code: MockErrorCode, message: string) {
    super(message);
    this.name = 'MockError';
    this.code = code;
  }
}
