import {
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  member,
  textOf,
} from '@product/spec-model';
import { code, type DocComment, prose } from '../text/doc-comment.ts';
import { exampleLiteral } from '../text/example-code.ts';
import { exampleOf } from './schema-reader.ts';

const LONGEST_PATTERN = 60;
const LONGEST_EXAMPLE = 120;

/**
 * Says what a schema says of its values: meaning, format, range, default, example.
 *
 * @param schema - The schema, references followed.
 * @param fallback - Sentence for a schema without description.
 * @param beside - Members written beside a reference to it; they win.
 */
export function describeSchema(
  schema: JsonSchema | undefined,
  fallback: string,
  beside: JsonObject = {},
): DocComment {
  const facts: JsonObject = { ...(typeof schema === 'object' ? schema : {}), ...beside };
  const described = prose(textOf(facts, 'description') ?? '');
  const constraints = describeConstraints(facts);
  const summary = described === '' ? fallback : described;
  return {
    summary: constraints === '' ? summary : `${summary}\n\n${constraints}`,
    tags: [
      ...(member(facts, 'deprecated') === true
        ? ['@deprecated The document marks it deprecated.']
        : []),
      ...valueTag('@defaultValue', member(facts, 'default')),
      // The literals of an enum say more than one of them would.
      ...valueTag('@example', 'enum' in facts ? undefined : exampleOf(facts)),
    ],
  };
}

/** The bounds of a value as short sentences on one line. */
export function describeConstraints(schema: JsonObject): string {
  const format = textOf(schema, 'format');
  const pattern = textOf(schema, 'pattern') ?? '';
  return [
    format === undefined ? '' : `Format: ${code(format)}.`,
    numberRange(schema),
    range(member(schema, 'minLength'), member(schema, 'maxLength'), 'character'),
    range(member(schema, 'minItems'), member(schema, 'maxItems'), 'item'),
    member(schema, 'uniqueItems') === true ? 'No item twice.' : '',
    pattern === '' || pattern.length > LONGEST_PATTERN ? '' : `Pattern: ${code(pattern)}.`,
    member(schema, 'writeOnly') === true ? 'Sent only, never returned.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function numberRange(schema: JsonObject): string {
  const above = member(schema, 'exclusiveMinimum');
  const below = member(schema, 'exclusiveMaximum');
  return [
    range(member(schema, 'minimum'), member(schema, 'maximum'), ''),
    typeof above === 'number' ? `Above ${above}.` : '',
    typeof below === 'number' ? `Below ${below}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function range(least: JsonValue | undefined, most: JsonValue | undefined, unit: string): string {
  const count = (value: number): string =>
    unit === '' ? `${value}` : `${value} ${unit}${value === 1 ? '' : 's'}`;
  if (typeof least === 'number' && typeof most === 'number') {
    return least === most ? `Exactly ${count(least)}.` : `From ${least} to ${count(most)}.`;
  }
  if (typeof least === 'number') {
    return `At least ${count(least)}.`;
  }
  return typeof most === 'number' ? `At most ${count(most)}.` : '';
}

function valueTag(tag: string, value: JsonValue | undefined): string[] {
  const written = value === undefined ? '' : exampleLiteral(value);
  const fits = written !== '' && written.length <= LONGEST_EXAMPLE && !written.includes('\n');
  return fits ? [tag === '@example' ? `${tag} ${written}` : `${tag} ${code(written)}`] : [];
}
