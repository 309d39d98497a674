import { expect, test } from 'vitest';
import { createSchemaReader } from '../schema/schema-shape.ts';
import { proseProperties } from './filters.ts';

const text = { type: 'string' };

test.each([
  ['a free text', text, true],
  ['an e-mail', { ...text, format: 'email' }, true],
  ['a text that must not be empty', { ...text, pattern: '\\S' }, true],
  ['a text of one line', { ...text, pattern: '^.+$' }, true],
  ['a text of letters and blanks', { ...text, pattern: '^[A-Za-z ]*$' }, true],
  ['an id', { ...text, pattern: '^cus_[A-Za-z0-9]+$' }, false],
  ['a choice', { enum: ['draft'], type: 'string' }, false],
  ['an address', { ...text, format: 'uri' }, false],
  ['what only the server writes', { ...text, readOnly: true }, false],
  ['a number', { type: 'integer' }, false],
])('of a row, %s is searched or not', (_, schema, isSearched) => {
  const row = { type: 'object', properties: { it: schema } };
  expect(proseProperties(createSchemaReader({}), row)).toEqual(isSearched ? ['it'] : []);
});
