import { expect, test } from 'vitest';
import { isCanaryWell, scoresOf, scoreTable } from './mutation-scores.ts';

const mutants = (...statuses: readonly string[]) => ({
  mutants: statuses.map((status) => ({ status })),
});
const files = {
  good: mutants('Killed', 'Timeout', 'Ignored', 'CompileError'),
  bad: mutants('Killed', 'Survived', 'NoCoverage', 'Survived'),
  types: mutants(),
  canary: mutants('Survived'),
};

test('a score is the share of mutants that were found, worst file first, the sum last', () => {
  const scores = scoresOf({ files }, 'canary');
  expect(scores.map(({ file, percent }) => [file, percent])).toEqual([
    ['bad', 25],
    ['good', 100],
    ['all', 50],
  ]);
  expect(scores[0]).toMatchObject({ killed: 1, timedOut: 0, survived: 2, uncovered: 1 });
});

test('the table has a row for each score under its head', () => {
  const rows = scoreTable(scoresOf({ files }, 'canary')).split('\n');
  expect(rows).toHaveLength(5);
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
});

test.each([
  ['what is watched dies and what is not lives', ['Killed', 'Survived'], true],
  ['everything survives', ['Survived', 'Survived'], false],
  ['everything dies', ['Killed', 'Killed'], false],
  ['it was a timeout', ['Timeout', 'Survived'], false],
  ['there is no mutant', [], false],
])('when %s the canary is well: %3$s', (_, statuses, want) => {
  const lines = [3, 8];
  const given = statuses.map((status, at) => ({ status, line: lines[at] ?? 0 }));
  expect(isCanaryWell(given)).toBe(want);
});
