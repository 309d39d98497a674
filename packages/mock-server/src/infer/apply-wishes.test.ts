import type { JsonSchema, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { MockError } from '../mock-error.ts';
import { type Inferred, inferApi, type SaidApi } from '../test-inference.ts';

const card: JsonSchema = { $ref: '#/components/schemas/Card' };
const cards: JsonSchema = { type: 'object', properties: { found: { type: 'array', items: card } } };
const text: JsonSchema = { type: 'string' };

function withWish(wish: JsonValue | undefined, collections?: JsonValue): Inferred {
  const api: SaidApi = {
    schemas: {
      Card: {
        type: 'object',
        properties: { id: text, number: { type: 'integer' }, board_id: text },
      },
    },
    extensions: collections === undefined ? {} : { 'x-mock-collections': collections },
    operations: {
      'GET /cards/{card_id}': { answer: card },
      'POST /cards': { answer: card, sent: card },
      'POST /boards/{board}/pick': {
        answer: cards,
        ...(wish === undefined ? {} : { extensions: { 'x-mock-role': wish } }),
      },
    },
  };
  return inferApi(api);
}

const pick = 'POST /boards/{board}/pick';

test('x-mock-role puts an operation into a collection', () => {
  const wish = {
    verb: 'list',
    collection: '/cards',
    items: '/found',
    scope: { board: 'board_id' },
  };
  const role = withWish(wish).role(pick);
  expect(role).toMatchObject({
    verb: 'list',
    collection: { name: '/cards' },
    scope: [{ parameter: 'board', property: 'board_id' }],
    list: { itemsPointer: '/found' },
    because: ['x-mock-role says so.'],
  });
});

test('x-mock-role false takes an operation out, and says so', () => {
  const { role, reason } = withWish(false);
  expect(role(pick)).toBeUndefined();
  expect(reason(pick)).toContain('x-mock-role');
});

test('x-mock-role names the row, its source and the word of an action', () => {
  const action = withWish({ verb: 'action', collection: '/cards', id: 'board', by: 'number' });
  expect(action.lines[pick]).toBe('action pick /cards {board}');
  expect(action.role(pick)?.idProperty).toBe('number');
  const word = withWish({
    verb: 'action',
    action: 'close',
    collection: '/cards',
    row_from: 'newest',
  });
  expect(word.lines[pick]).toBe('action close /cards of the newest');
});

test('x-mock-collections changes what was inferred', () => {
  const change = { id: 'number', id_style: 'integer', noun: 'playing card' };
  const { byName, role } = withWish(undefined, { '/cards': change });
  expect(byName.get('/cards')).toMatchObject({
    idProperty: 'number',
    idStyle: 'integer',
    noun: 'playing card',
  });
  expect(role('GET /cards/{card_id}')?.collection).toBe(byName.get('/cards'));
});

test('x-mock-collections adds what was not inferred', () => {
  const row = '#/components/schemas/Card';
  const wish = { verb: 'create', collection: '/decks' };
  const { byName, lines } = withWish(wish, { '/decks': { row, id_prefix: 'deck_' } });
  expect(lines[pick]).toBe('create /decks');
  expect(byName.get('/decks')).toMatchObject({ idProperty: 'id', idPrefix: 'deck_' });
});

const role = `/paths/~1boards~1{board}~1pick/post/x-mock-role`;
const refusals: readonly [JsonValue | undefined, JsonValue | undefined, string][] = [
  ['list', undefined, role],
  [{ verb: 'lst', collection: '/cards' }, undefined, `${role}/verb`],
  [{ verb: 'list', collection: '/card' }, undefined, `${role}/collection`],
  [{ verb: 'list' }, undefined, role],
  [{ collection: '/cards' }, undefined, role],
  [{ verb: 'get', collection: '/cards', id: 'card' }, undefined, `${role}/id`],
  [{ verb: 'list', collection: '/cards', items: '/rows' }, undefined, `${role}/items`],
  [{ verb: 'list', collection: '/cards', scope: { bord: null } }, undefined, `${role}/scope/bord`],
  [{ verb: 'list', collection: '/cards', scope: { board: 1 } }, undefined, `${role}/scope/board`],
  [{ colection: '/cards' }, undefined, `${role}/colection`],
  [undefined, { '/decks': {} }, '/x-mock-collections/~1decks'],
  [undefined, { '/cards': { id: 'nmber' } }, '/x-mock-collections/~1cards/id'],
  [undefined, { '/cards': { row: '#/components/schemas/Crd' } }, '/x-mock-collections/~1cards/row'],
  [undefined, { '/cards': { singleton: 1 } }, '/x-mock-collections/~1cards/singleton'],
  [undefined, [], '/x-mock-collections'],
];

test.each(refusals)('of %j and %j, %s is refused', (wish, collections, pointer) => {
  let refusal: unknown;
  try {
    withWish(wish, collections);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(MockError);
  expect(refusal).toMatchObject({ code: 'invalid_model' });
  // The pointer is what the sentence is for.
  expect(String(refusal)).toContain(` ${pointer} `);
});
