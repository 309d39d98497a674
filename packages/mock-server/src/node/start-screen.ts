import type { CreatedKey, FirstKeys } from '../keys/key-ring.ts';
import type { Mock } from '../mock.ts';
import { readCredentialForms } from '../model/key-schemes.ts';
import type { Listener } from './listen.ts';
import type { Paint } from './paint.ts';

/** What the start screen shows. */
export interface StartFacts {
  readonly mock: Pick<Mock, 'model'>;
  readonly listener: Pick<Listener, 'url' | 'consoleUrl'>;
  readonly keys: FirstKeys;
  readonly seed: number;
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
    ...keyLines(keys).map(([mode, may, secret]) => {
      return `  ${mode.padEnd(7)}  ${secret}  ${paint('dim', may)}`;
    }),
    '',
    `  ${paint('dim', 'Try it:')}`,
    `  ${firstCall(facts)}`,
    '',
    '',
  ].join('\n')}`;
}

function keyLines({ test, readOnly, live }: FirstKeys): [string, string, string][] {
  return [test, readOnly, live].map((key) => [
    key.mode,
    `${key.permissions.join(' ')} (${key.plan})`,
    key.secret,
  ]);
}

function firstCall({ mock, listener, keys }: StartFacts): string {
  const gets = mock.model.operations.filter(({ method }) => method === 'GET');
  const list = gets.find(({ id }) => id === 'tasks.list');
  const plain = gets.find(({ path }) => !path.includes('{'));
  const path = (list ?? plain ?? gets[0])?.path ?? '/';
  return `curl ${credentialOf(mock, keys.test)} ${listener.url}${path}`;
}

function credentialOf({ model }: StartFacts['mock'], { id, secret }: CreatedKey): string {
  const form = [...readCredentialForms(model).values()].find(({ key }) => key);
  if (form?.kind === 'basic') return `-u "${id}:${secret}"`;
  return form?.kind === 'raw'
    ? `-H "${form.header}: ${secret}"`
    : `-H "Authorization: Bearer ${secret}"`;
}
