import type { JsonObject } from '@product/spec-model';
import type { KeyOptions } from '../keys/key-ring.ts';
import { MockError } from '../mock-error.ts';
import type { PlanQuotas } from '../model/limit-policy.ts';
import type { SecurityOption } from '../security/security-option.ts';
import { checkOptionNames } from './check-options.ts';

/** What a mock can be told at its making. */
export interface MockOptions {
  /**
   * What clients use as their base URL; its path is the base path of every operation.
   * @defaultValue the document's first server
   */
  readonly baseUrl?: string;
  /**
   * Makes every id, secret and request id the same for the same calls. Without it, they come from
   * the platform's random source.
   */
  readonly seed?: number;
  /**
   * `virtual` stands still until it is advanced or slept on, `real` follows the platform's clock.
   * @defaultValue `'virtual'`
   */
  readonly clock?: 'virtual' | 'real';
  /**
   * The first instant: a Date, epoch milliseconds or an ISO 8601 text.
   * @defaultValue `2025-10-14T10:30:00Z` for the virtual clock, now for the real one
   */
  readonly startAt?: Date | number | string;
  /** Other quotas than the document's, by plan and window: `{ free: { minute: 5 } }`. */
  readonly plans?: PlanQuotas;
  /** Keys that exist from the start, in this order. */
  readonly keys?: readonly KeyOptions[];
  /** Further rows that both modes have from the start, by resource: `{ tasks: [{ title: 'Sow' }] }`. */
  readonly rows?: { readonly [resource: string]: readonly JsonObject[] };
  /**
   * How many rows a collection gets when it is first asked for, where the document neither has
   * `x-mock-rows` anywhere nor shows more in an example of the list; 0 or more.
   * @defaultValue `3`; `0` for a document with `x-mock-rows`, as that of the Product API
   */
  readonly firstRows?: number;
  /**
   * The longest body that is read, in bytes.
   * @defaultValue `1_048_576`
   */
  readonly maxBodyBytes?: number;
  /**
   * Refuses query parameters that a document of your own does not describe; else they are ignored.
   * @defaultValue `false`
   */
  readonly strict?: boolean;
  /**
   * Whom the security of a document without `x-api-key-policy` lets in: `open` takes any credentials
   * of the right form, `strict` only keys of `mock.keys` and listed credentials, `off` everybody.
   * @defaultValue `'open'`
   */
  readonly security?: SecurityOption;
  /**
   * What happens to a request to a document of your own that refers to a row that does not exist:
   * `open` takes it, `strict` refuses it.
   * @defaultValue `'open'`
   */
  readonly references?: 'open' | 'strict';
  /** Really sends webhooks; without it they are only recorded. */
  readonly webhooks?: {
    /** Whether to send. */
    readonly deliver: boolean;
    /**
     * What sends.
     * @defaultValue `globalThis.fetch`
     */
    readonly fetch?: typeof globalThis.fetch;
  };
}

const names: readonly (keyof MockOptions)[] = [
  ...(['baseUrl', 'seed', 'clock', 'startAt', 'plans', 'keys', 'rows', 'firstRows'] as const),
  ...(['maxBodyBytes', 'webhooks', 'strict', 'security', 'references'] as const),
];

/**
 * Refuses options that do not exist or make no sense.
 *
 * @throws {@link MockError} with code `invalid_option`.
 */
export function checkMockOptions(options: MockOptions): void {
  checkOptionNames('create a mock', options, names);
  checkOptionNames('create a mock', options.webhooks ?? {}, ['deliver', 'fetch']);
  const wrong = wrongValue(options);
  if (wrong !== undefined) throw new MockError('invalid_option', `cannot create a mock: ${wrong}.`);
}

function wrongValue({ seed, clock, maxBodyBytes, firstRows }: MockOptions): string | undefined {
  if (seed !== undefined && !Number.isFinite(seed)) return 'seed is not a number. Give any number';
  if (clock !== undefined && clock !== 'virtual' && clock !== 'real') {
    return `there is no clock "${String(clock)}". Use 'virtual' or 'real'`;
  }
  if (firstRows !== undefined && !(Number.isSafeInteger(firstRows) && firstRows >= 0)) {
    return 'firstRows is not a number of rows. Give a whole number, 0 or more';
  }
  if (maxBodyBytes !== undefined && !(maxBodyBytes >= 0)) {
    return 'maxBodyBytes is less than 0. Give a number of bytes';
  }
  return undefined;
}

/**
 * An instant in any of the forms that options allow, as epoch milliseconds.
 *
 * @param name - Of the option, for the message.
 * @throws {@link MockError} with code `invalid_option` when it is none.
 */
export function readInstant(name: string, value: Date | number | string): number {
  const at = typeof value === 'string' ? Date.parse(value) : Number(value);
  if (Number.isFinite(at) && Math.abs(at) <= 8.64e15) return at;
  throw new MockError(
    'invalid_option',
    `cannot read ${name}: it is not an instant. Give a Date, epoch milliseconds or an ISO 8601 text.`,
  );
}
