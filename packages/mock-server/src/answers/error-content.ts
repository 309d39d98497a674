import type { ApiContent, ApiResponse } from '@product/spec-model';
import type { Operation } from '../model/operation.ts';
import { componentName } from '../schema/schema-shape.ts';
import { concreteType, kindOf } from './media-type.ts';

/** A documented body of errors. */
export interface ErrorContent {
  readonly content: ApiContent;
  /** Whether it is documented for this very operation and status. */
  readonly isOwn: boolean;
}

/**
 * The bodies in which an error may be told, the likeliest first: what the operation documents for
 * the status (exact, range, `default`), then for others of its class, then what the whole document
 * mostly has.
 *
 * @param operation - Absent when the path leads nowhere.
 * @param operations - All of the document.
 * @param status - 400 to 599.
 */
export function* errorContents(
  operation: Operation | undefined,
  operations: ReadonlyMap<string, Operation>,
  status: number,
): Generator<ErrorContent> {
  const own = operation?.responseFor(status);
  for (const response of operation === undefined ? [] : errorResponses(operation, status)) {
    for (const content of usable(response)) yield { content, isOwn: response === own };
  }
  const usual = usualErrors(operations);
  const likely = [usual.get(String(status)), usual.get(''), usual.get('other')];
  for (const content of likely) {
    if (content !== undefined && speaks(operation, content)) yield { content, isOwn: false };
  }
}

// A client that only knows JSON of an operation cannot read the XML that others answer with.
function speaks(operation: Operation | undefined, content: ApiContent): boolean {
  const kind = kindOf(concreteType(content.mediaType));
  if (kind === 'json' || operation === undefined) return true;
  const { requestBody, responses } = operation.api;
  const own = [requestBody, ...responses].flatMap((part) => part?.content ?? []);
  return own.length === 0 || own.some((one) => kindOf(concreteType(one.mediaType)) === kind);
}

/** The errors that an operation documents: that of the status first, then the nearest. */
function errorResponses(operation: Operation, status: number): readonly ApiResponse[] {
  const own = operation.responseFor(status);
  const distance = (response: ApiResponse): number => {
    if (response === own) return -1;
    const written = Number(response.status.replace(/X/g, '0'));
    return Number.isNaN(written) ? 1000 : Math.abs(written - status);
  };
  return operation.api.responses
    .filter((response) => isError(operation, response))
    .sort((left, right) => distance(left) - distance(right));
}

// A `default` alone is what succeeds; beside a success it is what fails.
function isError({ api }: Operation, { status }: ApiResponse): boolean {
  if (status !== 'default') return /^[45]/.test(status);
  return api.responses.some((other) => /^[23]/.test(other.status));
}

const order = ['json', 'xml', 'text', 'html'];

function usable(response: ApiResponse | undefined): readonly ApiContent[] {
  const rank = ({ mediaType }: ApiContent) => order.indexOf(kindOf(concreteType(mediaType)));
  return (response?.content ?? [])
    .filter((content) => rank(content) >= 0)
    .sort((left, right) => rank(left) - rank(right));
}

const usuals = new WeakMap<ReadonlyMap<string, Operation>, ReadonlyMap<string, ApiContent>>();

/** What the document mostly has for each status, and for errors at all under the empty name. */
function usualErrors(operations: ReadonlyMap<string, Operation>): ReadonlyMap<string, ApiContent> {
  const known = usuals.get(operations);
  if (known !== undefined) return known;
  const usual = mostFrequent([...operations.values()].flatMap(statusAndContent));
  usuals.set(operations, usual);
  return usual;
}

type Sample = readonly [status: string, content: ApiContent];

function statusAndContent(operation: Operation): readonly Sample[] {
  const errors = operation.api.responses.filter((response) => isError(operation, response));
  return errors.flatMap((response): readonly Sample[] => {
    const [content] = usable(response);
    if (content === undefined) return [];
    return [
      [response.status, content],
      [response.status.startsWith('5') ? 'other' : '', content],
    ];
  });
}

function mostFrequent(samples: readonly Sample[]): ReadonlyMap<string, ApiContent> {
  const counts = new Map<string, Map<unknown, Counted>>();
  for (const [status, content] of samples) {
    const byShape = counts.get(status) ?? new Map<unknown, Counted>();
    counts.set(status, byShape);
    const shape = componentName(content.schema) ?? content.schema;
    const counted = byShape.get(shape) ?? { content, times: 0 };
    counted.times++;
    byShape.set(shape, counted);
  }
  const ranked = [...counts].flatMap(([status, byShape]) => {
    const [most] = [...byShape.values()].sort((left, right) => right.times - left.times);
    return most === undefined ? [] : [[status, most.content] as const];
  });
  return new Map(ranked);
}

interface Counted {
  readonly content: ApiContent;
  times: number;
}
