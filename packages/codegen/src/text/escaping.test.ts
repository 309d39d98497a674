import type { JsonValue } from '@product/spec-model';
import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { code, docComment, prose } from './doc-comment.ts';
import { exampleLiteral } from './example-code.ts';
import { dataLiteral, stringLiteral } from './literal.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('*', '/', '`', "'", '"', '\\', '\n', '\r', '\u2028', '@', '{', '$'),
  }),
);

function evaluate(expression: string): unknown {
  return new Function(`return (${expression});`)();
}

test('a literal means the text it was made of', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(evaluate(stringLiteral(given))).toBe(given);
      expect(evaluate(exampleLiteral(given))).toBe(given);
    }),
  );
});

test('a data literal means the data it was made of', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (given) => {
      const value = JSON.parse(JSON.stringify(given)) as JsonValue; // plain data by construction
      expect(evaluate(dataLiteral(value))).toEqual(value);
      expect(evaluate(exampleLiteral(value))).toEqual(value);
    }),
  );
});

test('a comment holds its text and nothing follows from it', () => {
  fc.assert(
    fc.property(text, (given) => {
      const tag = `@example ${exampleLiteral(given)}`;
      const comment = docComment({ summary: prose(given), remarks: [code(given)], tags: [tag] });
      const source = ts.createSourceFile('a.ts', `${comment}x;`, ts.ScriptTarget.ES2022);
      expect(source.statements.map((statement) => statement.getText(source))).toEqual(['x;']);
    }),
  );
});

for (const [title, given, want] of [
  ['the end of a comment', 'a */ b', 'a *\\/ b'],
  ['a tag at the start of a line', 'a\n  @throws b', 'a\n  \\@throws b'],
  ['an inline tag', 'a {@link b}', 'a \\{@link b}'],
  ['a mail address', 'a@example.com', 'a@example.com'],
] as const) {
  test(`${title} in prose is ${want === given ? 'left alone' : 'escaped'}`, () => {
    expect(prose(given)).toBe(want);
  });
}

test('a long paragraph is wrapped and a fence is not', () => {
  const long = 'word '.repeat(30).trim();
  const comment = docComment({ summary: `${long}\n\n\`\`\`\n${long}\n\`\`\`` });
  expect(comment.split('\n').map((line) => line.length > 100)).toEqual([
    ...[false, false, false, false, false, true, false, false, false],
  ]);
});
