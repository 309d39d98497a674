import { type Json, members } from '../contract/open-document.ts';
import type { Asked, Node, OpenDocument } from './open-document.ts';
import { createSchemaJudge, type SchemaJudge } from './schema-judge.ts';

/** An answer as it came. */
export interface Came {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Says what an answer has that the document does not describe; nothing when it keeps to it. */
export type AnswerJudge = (asked: Asked, came: Came) => string | undefined;

/** What a request may be refused with, whether the operation says so or not. */
const REFUSALS = [400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 429];

const FAULTS = ['500', '501', '502', '503', '504'];

/**
 * Holds answers against a document: status, required headers, media type and body.
 *
 * @remarks A refusal that the operation does not describe, or without a form, has that of any other
 * error of the document, or is `application/problem+json` (RFC 9457).
 */
export function createAnswerJudge(document: OpenDocument): AnswerJudge {
  const schemas = createSchemaJudge(document.root);
  const errors = errorForms(document);
  return (asked, came) => {
    const described = documented(document, { asked, status: came.status });
    if (described !== undefined && (came.status < 400 || described['content'] !== undefined)) {
      return contentFault(described, { asked, came, document, schemas });
    }
    if (came.status < 300 && !hasSuccess(asked)) return undefined;
    if (described === undefined && !REFUSALS.includes(came.status)) {
      return `status ${came.status} is not documented`;
    }
    return refusalFault({ asked, came, document, schemas }, errors);
  };
}

function refusalFault(
  { asked, came, document, schemas }: Held,
  errors: readonly Json[],
): string | undefined {
  if (isProblem(came)) return undefined;
  const body = jsonOf(came);
  if (body === undefined) return textFault(document, { asked, came });
  return errors.some((schema) => schemas(schema, body) === undefined)
    ? undefined
    : `a ${came.status} in no form of the document: ${came.text.slice(0, 200)}`;
}

// Some documents tell of the failures alone; then any success is one.
function hasSuccess({ node }: Asked): boolean {
  return Object.keys(members(node['responses'])).some((status) => /^([23]|default)/.test(status));
}

function documented(
  document: OpenDocument,
  { asked, status }: { readonly asked: Asked; readonly status: number },
): Node | undefined {
  const responses = members(asked.node['responses']);
  const range = `${Math.floor(status / 100)}XX`;
  const found = responses[status] ?? responses[range] ?? responses[range.toLowerCase()];
  // `default` is no excuse for a mock that fails.
  const other = FAULTS.includes(String(status)) ? undefined : responses['default'];
  return found === undefined && other === undefined ? undefined : document.follow(found ?? other);
}

function errorForms(document: OpenDocument): Json[] {
  const forms = new Map<string, Json>();
  for (const { node } of document.operations) {
    for (const [status, response] of Object.entries(members(node['responses']))) {
      if (/^[23]/.test(status)) continue;
      for (const described of Object.values(members(document.follow(response)['content']))) {
        const { schema } = members(described);
        if (schema !== undefined) forms.set(JSON.stringify(schema), schema);
      }
    }
  }
  return [...forms.values()];
}

// An error in a type of which only its name can be held against the document.
function textFault(
  document: OpenDocument,
  { asked, came }: { readonly asked: Asked; readonly came: Came },
): string | undefined {
  const type = essence(came.headers);
  const responses = Object.values(members(asked.node['responses'])).map(document.follow);
  const types = responses.flatMap((one) => Object.keys(members(one['content'])));
  return came.text === '' || types.some((one) => covers(one, type))
    ? undefined
    : `a ${came.status} of the type ${type}`;
}

function isProblem({ status, headers, text }: Came): boolean {
  if (essence(headers) !== 'application/problem+json') return false;
  return members(JSON.parse(text))['status'] === status;
}

interface Held {
  readonly asked: Asked;
  readonly came: Came;
  readonly document: OpenDocument;
  readonly schemas: SchemaJudge;
}

function contentFault(described: Node, held: Held): string | undefined {
  const { asked, came, document } = held;
  const missing = missingHeader(described, held);
  if (missing !== undefined) return `header ${missing} is missing`;
  if (asked.method === 'HEAD' || [204, 205, 304].includes(came.status)) {
    return came.text === '' ? undefined : `a ${came.status} with a body`;
  }
  const content = members(document.follow(described)['content']);
  if (Object.keys(content).length > 0) return bodyFault(content, held);
  return came.text === '' || isProblem(came) ? undefined : 'a body is not documented';
}

function missingHeader(described: Node, { came, document }: Held): string | undefined {
  const needed = Object.entries(members(described['headers'])).filter(
    ([, header]) => document.follow(header)['required'] === true,
  );
  return needed.find(([name]) => !came.headers.has(name))?.[0];
}

function bodyFault(content: Node, { came, schemas }: Held): string | undefined {
  if (came.text === '' && !came.headers.has('content-type')) return 'there is no body';
  const type = essence(came.headers);
  const entry = Object.entries(content).find(([one]) => covers(one, type));
  if (entry === undefined) return `type ${type} is not documented`;
  const { schema } = members(entry[1]);
  if (schema === undefined || !isJson(type)) return undefined;
  const body = jsonOf(came);
  if (body === undefined) return 'the body is no JSON';
  const fault = schemas(schema, body);
  return fault === undefined ? undefined : `${came.status} ${fault}`;
}

function covers(range: string, type: string): boolean {
  const [wanted = ''] = range.toLowerCase().split(';');
  const pattern = wanted.trim().replaceAll(/[.+]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${pattern}$`).test(type);
}

function essence(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function isJson(type: string): boolean {
  return /[/+]json$/.test(type);
}

function jsonOf({ headers, text }: Came): Json | undefined {
  if (!isJson(essence(headers))) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
