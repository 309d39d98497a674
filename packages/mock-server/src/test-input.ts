import type {
  ApiModel,
  ApiOperation,
  ApiParameter,
  ApiRequestBody,
  JsonValue,
} from '@product/spec-model';
import { anyAbilities } from './any-abilities.ts';
import { createCore } from './create-core.ts';
import { openExchange } from './exchange/exchange-state.ts';
import type { SentFile } from './exchange/input.ts';
import type { FieldError, Outcome } from './exchange/outcome.ts';
import { validate } from './exchange/validate.ts';
import { isObject } from './model/json-read.ts';

/** A parameter with what a test does not care about left out. */
export type DescribedParameter = Pick<ApiParameter, 'name' | 'in'> & Partial<ApiParameter>;

/** What is described, of the only operation of a document. */
export interface Described {
  /** @defaultValue `/things` */
  readonly path?: string;
  readonly parameters?: readonly DescribedParameter[];
  readonly requestBody?: ApiRequestBody;
  readonly schemas?: ApiModel['schemas'];
  readonly securitySchemes?: ApiModel['securitySchemes'];
  /** Whether what is not described is refused. */
  readonly strict?: boolean;
}

/** What is sent. */
export interface SentInput {
  /** With the query. @defaultValue `/things` */
  readonly url?: string;
  readonly headers?: { readonly [name: string]: readonly string[] };
  readonly body?: string | Uint8Array;
}

/** What was read of a request, or why it was refused. */
export interface ReadInput {
  readonly path: { readonly [name: string]: JsonValue };
  readonly query: { readonly [name: string]: JsonValue };
  readonly body: JsonValue | undefined;
  readonly files: readonly SentFile[] | undefined;
  /** Absent when the request is valid. */
  readonly status: number | undefined;
  readonly errors: readonly FieldError[];
  readonly detail: string;
}

/** What the mock reads of a request to an operation that is described so. */
export function inputReader(described: Described): (sent: SentInput) => ReadInput {
  const model = modelOf(described);
  const options = { seed: 1, strict: described.strict ?? false };
  const abilities = { ...anyAbilities(model, options), fillTables: () => undefined };
  const ground = { ...abilities, core: createCore(model, options, abilities) };
  return ({ url = '/things', headers = {}, body }) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const exchange = openExchange(ground, { method: 'POST', url, headers, body: bytes });
    const refusal = validate(exchange);
    const { path = new Map(), query = new Map(), body: value, files } = exchange.input ?? {};
    return {
      path: Object.fromEntries(path),
      query: Object.fromEntries(query),
      body: value,
      files,
      status: refusal?.status,
      errors: errorsOf(refusal),
      detail: refusal?.problem?.detail ?? '',
    };
  };
}

function errorsOf(refusal: Outcome | undefined): readonly FieldError[] {
  const errors = refusal?.problem?.members?.['errors'];
  const entries = Array.isArray(errors) ? errors.filter(isObject) : [];
  return entries as readonly unknown[] as readonly FieldError[]; // `invalid` has put them there
}

function modelOf(described: Described): ApiModel {
  const { schemas = {}, securitySchemes = {} } = described;
  return {
    modelVersion: 1,
    info: { title: 'Things', version: '1' },
    servers: [],
    resources: [],
    operations: [operationOf(described)],
    webhooks: [],
    schemas,
    securitySchemes,
    extensions: {},
  };
}

function operationOf({ path = '/things', parameters = [], requestBody }: Described): ApiOperation {
  return {
    id: 'things.send',
    resource: 'things',
    verb: 'send',
    method: 'POST',
    path,
    pointer: '#/paths/~1things/post',
    deprecated: false,
    parameters: parameters.map(parameterOf),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: [{ status: '200', description: '', headers: [], content: [] }],
    security: [],
    extensions: {},
  };
}

function parameterOf(described: DescribedParameter): ApiParameter {
  const isSimple = described.in === 'path' || described.in === 'header';
  const style = described.style ?? (isSimple ? 'simple' : 'form');
  return {
    required: described.in === 'path',
    deprecated: false,
    style,
    explode: style === 'form',
    schema: true,
    extensions: {},
    ...described,
  };
}
