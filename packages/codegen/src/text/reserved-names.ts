import { RUNTIME_TYPES, RUNTIME_VALUES } from './runtime-exports.ts';

/** Words that cannot name a parameter or variable in strict code (ECMA-262 section 12.7.2). */
export const RESERVED_WORDS: readonly string[] = [
  ...['arguments', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger'],
  ...['default', 'delete', 'do', 'else', 'enum', 'eval', 'export', 'extends', 'false', 'finally'],
  ...['for', 'function', 'if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let'],
  ...['new', 'null', 'package', 'private', 'protected', 'public', 'return', 'static', 'super'],
  ...['switch', 'this', 'throw', 'true', 'try', 'typeof', 'undefined', 'var', 'void', 'while'],
  ...['with', 'yield', 'async', 'of'],
];

/** Parameters and bindings of a generated method. */
export const METHOD_BINDINGS: readonly string[] = [
  'body',
  'query',
  'headers',
  'options',
  'operations',
  ...['paginate', 'byCursor', 'byPage', 'byOffset', 'byLink'],
];

/** Members that a generated class inherits or that mean something to the language. */
export const CLASS_MEMBERS: readonly string[] = [
  ...['constructor', 'prototype', 'caller', 'then', 'toString', 'toJSON', 'valueOf'],
  ...['hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString'],
];

/** The resource that also tells what the client knows of the rate limit. */
export const RATE_LIMIT = 'rateLimit';

/** Members that a resource of that name inherits besides. */
export const RATE_LIMIT_MEMBERS: readonly string[] = [...CLASS_MEMBERS, 'snapshot', 'subscribe'];

/** Members of the generated client besides its resources. */
export const CLIENT_MEMBERS: readonly string[] = [...CLASS_MEMBERS, 'api', 'mode', 'withOptions'];

/** Names a generated module may not be given: the runtime's, and globals that the code uses. */
export const MODULE_NAMES: readonly string[] = [
  ...RUNTIME_VALUES,
  ...RUNTIME_TYPES,
  ...['byCursor', 'byLink', 'byOffset', 'byPage', 'paginate'],
  ...['ApiProfile', 'Client', 'ClientError', 'WebhookError', 'WebhookEventMap'],
  ...['ArrayBuffer', 'Blob', 'FormData', 'ReadableStream'],
  ...['EventStream', 'EventStreamOptions', 'JsonLines', 'StreamOptions', 'multipart'],
  ...['streamEvents', 'streamJsonEvents', 'streamJsonLines'],
  ...['components', 'operations', 'paths', 'profile', 'webhooks', 'any', 'unknown', 'never'],
  ...['string', 'number', 'boolean', 'bigint', 'symbol', 'object', 'undefined', 'null', 'void'],
];
