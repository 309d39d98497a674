import { expect, test } from 'vitest';
import { runScript } from './run-script.ts';

/** A connection that does not know any script by its digest, for a reason. */
function forgetful(reason: string) {
  const sent: string[] = [];
  return {
    sent,
    runByDigest: async (digest: string) => {
      sent.push(digest);
      throw new Error(reason);
    },
    run: async (script: string) => {
      sent.push(script);
      return 'done';
    },
    openSubscriber: () => ({ subscribe: async () => undefined, close: () => undefined }),
  };
}

const input = { keys: ['k'], values: ['v'] };
// printf 'return 1' | sha1sum
const digest = 'e0e1f9fabfc9d4800c877a703b823ac0578ff8db';

test.each(['NOSCRIPT No matching script.', 'ERR NOSCRIPT No matching script.', 'NOSCRIPT'])(
  'a script is sent whole after %s',
  async (reason) => {
    const connection = forgetful(reason);
    expect(await runScript(connection, 'return 1', input)).toBe('done');
    expect(connection.sent).toEqual([digest, 'return 1']);
  },
);

test.each(['ERR something else', 'what says NOSCRIPT elsewhere', 'LOADING Redis is loading'])(
  'a script is not sent again after: %s',
  async (reason) => {
    const connection = forgetful(reason);
    await expect(runScript(connection, 'return 1', input)).rejects.toThrow(reason);
    expect(connection.sent).toEqual([digest]);
  },
);

test('a script that is known is run by its digest alone', async () => {
  const connection = { ...forgetful(''), runByDigest: async () => 'known' };
  expect(await runScript(connection, 'return 1', input)).toBe('known');
  expect(connection.sent).toEqual([]);
});
