import type { ApiOperation } from '@product/spec-model';
import type { CreatedKey, FirstKeys } from '../keys/key-ring.ts';
import type { Mock } from '../mock.ts';
import { readCredentialForms } from '../model/key-schemes.ts';
import { curlCredentials } from '../security/curl-credentials.ts';
import type { Listener } from './listen.ts';
import type { Paint } from './paint.ts';

/** What the start screen shows. */
export interface StartFacts {
  readonly mock: Pick<Mock, 'model'>;
  readonly listener: Pick<Listener, 'url' | 'consoleUrl'>;
  readonly keys: FirstKeys;
  readonly seed: number;
  /** The document as the command line names it; absent for the Product API. */
  readonly document?: string | undefined;
}

/**
 * What a newcomer needs to see once: where the API is, the keys, and a first call to copy.
 *
 * @param facts - What is served, and where.
 * @param paint - Colour or none.
 */
export function startScreen(facts: StartFacts, paint: Paint): string {
  const { mock, listener, keys, seed } = facts;
  const { info, operations } = mock.model;
  const about = `${operations.length} operations, seed ${seed}`;
  return `${[
    '',
    `${paint('bold', `${info.title} ${info.version}`)}  ${paint('dim', about)}`,
    '',
    `  API      ${paint('cyan', listener.url)}`,
    `  Console  ${paint('cyan', listener.consoleUrl)}`,
    '',
    ...(asksForKeys(mock.model) ? keyLines(keys) : []).map(([mode, may, secret]) => {
      return `  ${mode.padEnd(7)}  ${secret}  ${paint('dim', may)}`;
    }),
    ...(asksForKeys(mock.model) ? [''] : []),
    `  ${paint('dim', 'Try it:')}`,
    `  ${firstCall(facts)}`,
    '',
    ...inspectLines(facts.document, paint),
    '',
  ].join('\n')}`;
}

function inspectLines(document: string | undefined, paint: Paint): string[] {
  if (document === undefined) return [];
  return [
    `  ${paint('dim', 'What each operation does to which rows:')}`,
    `  product-mock inspect ${document}`,
    '',
  ];
}

function asksForKeys({ operations }: Mock['model']): boolean {
  return operations.some(({ security }) => security.length > 0);
}

// A document may have no scopes that only read, and no live mode.
function keyLines({ test, readOnly, live }: FirstKeys): [string, string, string][] {
  const reading = readOnly.permissions.length > 0 ? [readOnly] : [];
  return [test, ...reading, ...(live.mode === test.mode ? [] : [live])].map((key) => [
    key.mode,
    `${key.permissions.join(' ')} (${key.plan})`,
    key.secret,
  ]);
}

function firstCall({ mock, listener, keys }: StartFacts): string {
  const operation = firstOperation(mock.model.operations);
  const path = operation?.path ?? '/';
  const schemes = Object.values(mock.model.securitySchemes);
  if (schemes.some(({ extensions }) => extensions['x-api-key-policy'] !== undefined)) {
    return `curl ${credentialOf(mock, keys.test)} ${listener.url}${path}`;
  }
  const { flags, query } = curlCredentials(
    mock.model,
    operation ?? { security: [] },
    keys.test.secret,
  );
  const url = `${listener.url}${path}${query}`;
  return `curl ${flags}${query === '' ? url : `"${url}"`}`;
}

/** The one to try first: a list that can be added to, else what answers without being told more. */
function firstOperation(operations: readonly ApiOperation[]): ApiOperation | undefined {
  const gets = operations.filter(({ method, faults }) => method === 'GET' && faults === undefined);
  const bare = gets.filter(({ parameters }) => !parameters.some(({ required }) => required));
  const creates = new Set(
    operations.filter(({ method }) => method === 'POST').map(({ path }) => path),
  );
  return (
    gets.find(({ id }) => id === 'tasks.list') ??
    bare.find(({ path }) => creates.has(path)) ??
    bare[0] ??
    gets[0] ??
    operations.find(({ method }) => method === 'GET')
  );
}

function credentialOf({ model }: StartFacts['mock'], { id, secret }: CreatedKey): string {
  const form = [...readCredentialForms(model).values()].find(({ key }) => key);
  if (form?.kind === 'basic') return `-u "${id}:${secret}"`;
  return form?.kind === 'raw'
    ? `-H "${form.header}: ${secret}"`
    : `-H "Authorization: Bearer ${secret}"`;
}
