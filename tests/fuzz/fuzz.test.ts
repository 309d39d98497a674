import { createMockFromSpec } from '@product/mock-server/spec';
import { expect, test } from 'vitest';
import { wholeDocument } from '../documents/open-document.ts';
import { createDice } from './dice.ts';
import { fuzz } from './fuzz.ts';
import { targets } from './targets.ts';

test.each(targets)(
  '300 requests, most of them mutated, break nothing: $name',
  async ({ open }) => {
    const { faults, answers } = await fuzz({ ...(await open()), seed: 7, count: 300 });
    expect(faults).toEqual([]);
    const sent = [...answers].reduce((sum, [, count]) => sum + count, 0);
    expect(sent).toBe(300);
    const done = [...answers].filter(([name]) => name.endsWith(' 2xx'));
    expect(done.length).toBeGreaterThan(3);
  },
  60_000,
);

test('the fuzzer sees an answer that is not as the document says', async () => {
  const schema = { type: 'object', properties: { n: { type: 'integer' } } };
  const written = (type: string) => ({
    ...{ openapi: '3.1.0', info: { title: 'T', version: '1' } },
    paths: {
      '/things': {
        post: {
          requestBody: { content: { 'application/json': { schema } }, required: true },
          responses: {
            200: {
              description: 'Done',
              content: {
                'application/json': { schema: { type }, example: type === 'object' ? {} : 7 },
              },
            },
          },
        },
      },
    },
  });
  const mock = await createMockFromSpec(written('integer'), { seed: 1 });
  const right = { mock, document: wholeDocument(written('integer')), seed: 1, count: 40 };
  expect((await fuzz(right)).faults).toEqual([]);
  const { faults } = await fuzz({ ...right, document: wholeDocument(written('object')) });
  expect(faults.length).toBeGreaterThan(0);
});

test('the dice fall the same for the same seed and number, and else otherwise', () => {
  const rolls = (seed: number, number: number): number[] => {
    const dice = createDice(seed, number);
    return Array.from({ length: 8 }, () => dice.roll(1000));
  };
  expect(rolls(1, 5)).toEqual(rolls(1, 5));
  expect(rolls(1, 5)).not.toEqual(rolls(1, 6));
  expect(rolls(1, 5)).not.toEqual(rolls(2, 5));
});
