import { expect, test } from 'vitest';
import { findDialectFaults } from './dialect-facts.ts';

const guide = `| it says | how | shown by |
| --- | --- | --- |
| Keys expire. | \`expiry\` | keys expire |

| no | facts |
| --- | --- |
| a | b |
`;

function faults(own: string, shared = '', text: string = guide): string[] {
  return findDialectFaults({ name: 'acme', guide: text, tests: [own], shared: [shared] });
}

test.each([
  ['a fact with its test', "fact('keys expire', async () => {});", '', 0],
  ['a fact on two lines', "fact(\n  'keys expire',\n  async () => {},\n);", '', 0],
  ['a row that a shared test shows', '', "test('keys expire', () => {});", 0],
  ['a row without a test', '', '', 1],
  ['a test without a row', "fact('keys expire', x);\nfact('keys shine', x);", '', 1],
  ['a title that stands twice', "fact('keys expire', x);\nfact('keys expire', x);", '', 1],
  ['a test that only a comment names', "// fact('keys expire', x);", '', 1],
])('%s', (...[, own, shared, want]) => {
  expect(faults(own, shared)).toHaveLength(want);
});

test('a guide without a table of facts is told', () => {
  expect(faults('', '', '# Acme')).toHaveLength(1);
});
