import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { instantText } from '../clock/instant.ts';
import type { FieldError } from '../exchange/outcome.ts';
import { asTexts, ownValue } from '../model/json-read.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import type { ErrorFacts } from './error-facts.ts';
import { nearestWord, type Vocabulary, vocabularyOf } from './error-words.ts';

/** A member of an error body, and what stands beside it. */
export interface Member {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
  /** Names of all members of the object, in lower case letters only. */
  readonly beside: ReadonlySet<string>;
  /** The API's own codes, where they are known. */
  readonly vocabulary: Vocabulary | undefined;
}

/** A member as it is written: its types by name, and its schema without references. */
interface Form {
  readonly types: readonly string[];
  readonly resolved: JsonObject;
}

type Reader = (facts: ErrorFacts, form: Form, member: Member) => JsonValue | undefined;

const detail: Reader = ({ detail: text }) => text;
const code: Reader = ({ status, code: word, errors: [first] }, { types }, { vocabulary }) => {
  if (isNumeric(types)) return status;
  if (vocabulary === undefined) return word;
  const ofField = first && ownText(vocabulary, first.code);
  return ownText(vocabulary, word) ?? ofField ?? vocabulary[''];
};
// RFC 9457 has a URL in `type`; others have the code there.
const type: Reader = (facts, form, member) => {
  const isProblem = member.beside.has('title') && member.beside.has('status');
  const isUrl = /^(uri|iri)/.test(String(form.resolved['format'] ?? ''));
  return isProblem || isUrl ? facts.type : code(facts, form, { ...member, vocabulary: undefined });
};
// Where there is nothing else to say it, the title says what went wrong.
const title: Reader = (facts, _, { beside }) =>
  ['detail', 'message', 'description', 'errors'].some((name) => beside.has(name))
    ? facts.title
    : facts.detail;
// Google's errors have the number in `code`, and the word in `status`.
const status: Reader = (facts, { types, resolved }, { beside }) => {
  if (isNumeric(types)) return facts.status;
  if (types.includes('boolean')) return false;
  const choices = asTexts(resolved['enum']);
  if (beside.has('code') && (choices.length > 0 || beside.has('details'))) {
    return facts.code.toUpperCase();
  }
  return choices.includes('error') ? 'error' : String(facts.status);
};
// OAuth and many others have a code in `error` when a sentence stands beside it (RFC 6749 §5.2).
const error: Reader = (facts, { types }, { beside }) => {
  if (types.includes('boolean')) return true;
  const names = ['message', 'errordescription', 'description', 'detail', 'errormessage'];
  if (!names.some((name) => beside.has(name))) return facts.detail;
  return beside.has('timestamp') ? facts.title : facts.code;
};
const instant: Reader = ({ at }, { types }) =>
  isNumeric(types) ? Math.floor(at / 1000) : instantText(at);
// Nothing stands behind the URL, so it is given only where it must be.
const url: Reader = (facts, form, member) => {
  if (member.required) return facts.type;
  // Where the description names the page of all codes, each has a part of its own there.
  const pages = /https?:\/\/[\w./-]*(?:error-?codes?|errors)(?=[)\s])/.exec(
    String(form.resolved['description'] ?? ''),
  );
  const word = pages === null ? undefined : code(facts, form, member);
  return typeof word === 'string' ? `${pages?.[0]}/${word.replaceAll('_', '-')}` : undefined;
};
const requestId: Reader = (facts) => facts.requestId;
const dotted: Reader = ({ field }) => field && tokensOf(field).join('.');

// By the letters of the name.
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...['message', 'msg', 'detail', 'details', 'description', 'errordescription', 'reason', 'info']
    .concat(['errormessage', 'usermessage', 'developermessage', 'explanation', 'summary', 'text'])
    .map((name): [string, Reader] => [name, detail]),
  ...['code', 'errorcode', 'slug'].map((name): [string, Reader] => [name, code]),
  ...['name', 'key'].map((name): [string, Reader] => [
    name,
    (facts, form, member) => (facts.field ? dotted : code)(facts, form, member),
  ]),
  ...['type', 'errortype', 'kind'].map((name): [string, Reader] => [name, type]),
  ...['title', 'heading'].map((name): [string, Reader] => [name, title]),
  ...['status', 'statuscode', 'httpstatus', 'httpcode', 'httpstatuscode', 'responsecode'].map(
    (name): [string, Reader] => [name, status],
  ),
  ...['error', 'err', 'fault', 'exception'].map((name): [string, Reader] => [name, error]),
  ...['requestid', 'traceid', 'correlationid', 'id', 'logid', 'errorid', 'reference'].map(
    (name): [string, Reader] => [name, requestId],
  ),
  ...['timestamp', 'time', 'date', 'at', 'datetime'].map((name): [string, Reader] => [
    name,
    instant,
  ]),
  ...['documentationurl', 'docurl', 'docsurl', 'helpurl', 'moreinfo', 'link', 'help'].map(
    (name): [string, Reader] => [name, url],
  ),
  ...['success', 'ok', 'successful'].map((name): [string, Reader] => [name, () => false]),
  ['path', (facts, form, member) => (facts.field ? dotted(facts, form, member) : facts.path)],
  ['instance', (facts) => facts.path],
  ['method', (facts) => facts.method],
  ['resource', (facts) => facts.resource],
  ['pointer', ({ field }) => field?.pointer],
  ['parameter', ({ field }) => field?.parameter],
  ['param', ({ field, errors, place }) => bracketed(field ?? errors[0]) ?? place],
  ['loc', ({ field }) => field && locationOf(field)],
  ...['field', 'fieldname', 'property', 'propertypath', 'attribute', 'target', 'location'].map(
    (name): [string, Reader] => [name, dotted],
  ),
]);

/** The letters of a name, by which names are compared: `errorCode`, `error_code` → `errorcode`. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The vocabulary of an object that holds an error. */
export function vocabularyFor(
  schemas: SchemaReader,
  properties: ReadonlyMap<string, JsonSchema>,
): Vocabulary | undefined {
  const types = asTexts(schemas.resolve(properties.get('type'))['enum']);
  return vocabularyOf(new Set(properties.keys()), types);
}

/** What a member of an error body says, by its name; absent when the name says nothing. */
export function readMember(
  schemas: SchemaReader,
  member: Member,
  facts: ErrorFacts,
): JsonValue | undefined {
  const resolved = schemas.resolve(member.schema);
  const types = schemas.typesOf(member.schema);
  const form = { types, resolved };
  const known =
    readers.get(lettersOf(member.name))?.(facts, form, member) ??
    ownValue(facts.members, member.name);
  const isNested = types.length > 0 && types.every((type) => /^(object|array)$/.test(type));
  if (known === undefined || (isNested && typeof known !== 'object')) return undefined;
  return suit(known, form, facts);
}

// A word becomes one of the choices, a sentence as long as it may be.
function suit(value: JsonValue, { resolved }: Form, { status: at }: ErrorFacts): JsonValue {
  if (typeof value !== 'string') return value;
  const choices = asTexts(resolved['enum']);
  if (choices.length > 0) return nearestWord(choices, value, at);
  const { maxLength } = resolved;
  return typeof maxLength === 'number' ? value.slice(0, Math.max(0, maxLength)) : value;
}

function isNumeric(types: readonly string[]): boolean {
  return (types.includes('integer') || types.includes('number')) && !types.includes('string');
}

function ownText(vocabulary: Vocabulary, word: string): string | undefined {
  return Object.hasOwn(vocabulary, word) ? vocabulary[word] : undefined;
}

function tokensOf({ pointer = '', parameter }: FieldError): string[] {
  if (parameter !== undefined) return [parameter];
  const tokens = pointer.split('/').slice(1);
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

// As forms name what is nested: `items[0][price]`.
function bracketed(field: FieldError | undefined): string | undefined {
  if (field === undefined) return undefined;
  const [first, ...rest] = tokensOf(field);
  return first === undefined ? undefined : first + rest.map((token) => `[${token}]`).join('');
}

// As FastAPI tells a place: `["body", "items", 0]`.
function locationOf(field: FieldError): JsonValue {
  const steps = tokensOf(field).map((token) => (/^\d+$/.test(token) ? Number(token) : token));
  return [field.parameter === undefined ? 'body' : (field.in ?? 'query'), ...steps];
}
