import type { ApiOperation, ApiResponse, JsonSchema } from '@product/spec-model';
import { asNumber, asText, asTexts } from './json-read.ts';
import { parameterNames, type Routed } from './router.ts';

/** An operation with what the mock reads from it again and again. */
export interface Operation extends Routed {
  readonly id: string;
  /** As the model has it. */
  readonly api: ApiOperation;
  /** Names of the path's parameters, in order. */
  readonly pathNames: readonly string[];
  /** Requests it counts as; 0 is never counted and never refused. */
  readonly cost: number;
  /** The special behaviour that `x-mock-handler` asks for. */
  readonly handlerName: string | undefined;
  /** The least level of a caller, from `x-required-level`; absent when any will do. */
  readonly requiredLevel: number | undefined;
  /** The weakest role of a caller, from `x-required-role`; absent when any will do. */
  readonly requiredRole: string | undefined;
  /** The kind of API it belongs to, from `x-api-type`. */
  readonly apiType: string | undefined;
  /** What its success tells webhook endpoints. */
  readonly events: readonly string[];
  /**
   * The lowest documented 2xx status; where there is none, 200 for a `default`, else the lowest 3xx,
   * else 200.
   */
  readonly successStatus: number;
  /** The documented answer for a status: exact, then range, then `default`. */
  responseFor(status: number): ApiResponse | undefined;
}

/** Reads an operation of the model. */
export function readOperation(api: ApiOperation): Operation {
  const byStatus = new Map(api.responses.map((response) => [response.status, response]));
  const level = api.extensions['x-required-level'];
  return {
    id: api.id,
    method: api.method,
    path: api.path,
    api,
    pathNames: parameterNames(api.path),
    cost: asNumber(api.extensions['x-rate-limit-cost'], 1),
    handlerName: textOf(api, 'x-mock-handler'),
    requiredLevel: typeof level === 'number' ? level : undefined,
    requiredRole: textOf(api, 'x-required-role'),
    apiType: textOf(api, 'x-api-type'),
    events: asTexts(api.extensions['x-events']),
    successStatus: lowestSuccess(api.responses),
    responseFor: (status) =>
      byStatus.get(String(status)) ??
      byStatus.get(`${Math.floor(status / 100)}XX`) ??
      byStatus.get('default'),
  };
}

function textOf({ extensions }: ApiOperation, name: `x-${string}`): string | undefined {
  return asText(extensions[name], '') || undefined;
}

function lowestSuccess(responses: readonly ApiResponse[]): number {
  const lowest = (pattern: RegExp): number =>
    Math.min(
      ...responses
        .filter(({ status }) => pattern.test(status))
        .map(({ status }) => Number(status.replace(/3XX$/i, '302').replace(/XX$/i, '00'))),
    );
  const success = lowest(/^2(\d\d|XX)$/i);
  if (Number.isFinite(success)) return success;
  if (responses.some(({ status }) => status === 'default')) return 200;
  const redirect = lowest(/^3(\d\d|XX)$/i);
  return Number.isFinite(redirect) ? redirect : 200;
}

/** The schema of an operation's success as JSON. */
export function successSchema(operation: Operation): JsonSchema | undefined {
  const response = operation.responseFor(operation.successStatus);
  return response?.content.find(({ mediaType }) => /[/+]json\b/.test(mediaType))?.schema;
}
