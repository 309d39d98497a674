import { expect, test } from 'vitest';
import { ClientError } from '../errors/client-error.ts';
import { answer, type Piece } from '../testing/stream-answer.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { type EventReadOptions, readEvents } from './read-events.ts';

const lost = new TypeError('terminated');

/** What a stream that can be opened anew gives, with which ids it was asked for, and after which waits. */
async function reconnected(
  answers: readonly (readonly Piece[] | 204)[],
  options: EventReadOptions = {},
) {
  const clock = new VirtualClock();
  const asked: [id: string | undefined, atMs: number][] = [];
  const startedAt = clock.now();
  const events = readEvents(
    async (headers) => {
      const given = answers[asked.length] ?? [];
      asked.push([headers['last-event-id'], clock.now() - startedAt]);
      return given === 204 ? answer([], 'text/event-stream', 204) : answer(given);
    },
    { clock, random: () => 0.5, ...options },
  );
  const data: string[] = [];
  const read = async (): Promise<string | undefined> => {
    try {
      for await (const event of events) data.push(event.data);
    } catch (error) {
      return error instanceof ClientError ? error.code : String(error);
    }
    return undefined;
  };
  const code = await clock.run(read());
  return { data, asked, code };
}

test.each<[string, readonly (readonly Piece[] | 204)[], EventReadOptions, object]>([
  [
    'goes on after the last event, with its id',
    [['id: 7\ndata: a\n\ndata: c', lost], ['data: b\n\n']],
    {},
    {
      data: ['a', 'b'],
      asked: [
        [undefined, 0],
        ['7', 250],
      ],
      code: undefined,
    },
  ],
  [
    'is not opened anew without an id, since events could be lost or come twice',
    [['data: a\n\n', lost]],
    {},
    { data: ['a'], asked: [[undefined, 0]], code: 'body_cut_off' },
  ],
  [
    'is opened anew if nothing came yet',
    [[lost], ['data: a\n\n']],
    {},
    {
      data: ['a'],
      asked: [
        [undefined, 0],
        [undefined, 250],
      ],
      code: undefined,
    },
  ],
  [
    'is over when it ends in order',
    [['id: 1\ndata: a\n\n'], ['data: b\n\n']],
    {},
    { data: ['a'], asked: [[undefined, 0]], code: undefined },
  ],
  [
    'goes on for ever if it is to, until the server answers 204',
    [['data: a\n\n'], ['data: b\n\n'], 204],
    { reconnect: { when: 'always' } },
    {
      data: ['a', 'b'],
      asked: [
        [undefined, 0],
        [undefined, 250],
        [undefined, 500],
      ],
      code: undefined,
    },
  ],
  [
    'waits as long as the server says, and a little more',
    [['retry: 3000\nid: 1\ndata: a\n\n', lost], []],
    {},
    {
      data: ['a'],
      asked: [
        [undefined, 0],
        ['1', 3150],
      ],
      code: undefined,
    },
  ],
  [
    'waits no longer than maxDelayMs, whatever the server says',
    [['retry: 999999999999\nid: 1\ndata: a\n\n', lost], []],
    { reconnect: { maxDelayMs: 1000 } },
    {
      data: ['a'],
      asked: [
        [undefined, 0],
        ['1', 1050],
      ],
      code: undefined,
    },
  ],
  [
    'is given up after maxAttempts in a row',
    [[lost], [lost], [lost]],
    { reconnect: { maxAttempts: 2 } },
    {
      data: [],
      asked: [
        [undefined, 0],
        [undefined, 250],
        [undefined, 750],
      ],
      code: 'body_cut_off',
    },
  ],
  [
    'is not opened anew if it may not be',
    [[lost]],
    { reconnect: { when: 'never' } },
    { data: [], asked: [[undefined, 0]], code: 'body_cut_off' },
  ],
  [
    'begins after the event that it is told',
    [['data: a\n\n']],
    { lastEventId: 'é' },
    { data: ['a'], asked: [['Ã©', 0]], code: undefined },
  ],
  [
    'ends with the event that says so',
    [['data: a\n\ndata: [DONE]\n\ndata: b\n\n']],
    { endData: '[DONE]' },
    { data: ['a'], asked: [[undefined, 0]], code: undefined },
  ],
])('a stream of events %s', async (...[, answers, options, want]) => {
  expect(await reconnected(answers, options)).toEqual(want);
});
