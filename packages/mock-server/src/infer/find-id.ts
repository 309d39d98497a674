import type { ApiParameter, JsonSchema } from '@product/spec-model';
import { asObject, asText, asTexts, atPointer, ownValue } from '../model/json-read.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import type { IdStyle } from './collection.ts';
import { foldName, singular, wordsOf } from './fold-name.ts';
import { propertyNamed, type RowKind } from './row-kind.ts';
import type { Reading } from './survey.ts';

/** What a row's id is looked for in. */
export interface IdSource {
  readonly schemas: SchemaReader;
  readonly row: RowKind;
  /** The parameter of the path that names a row; absent for rows without a path of their own. */
  readonly parameter?: ApiParameter | undefined;
  /** What rows are called, as the last word of the path says. */
  readonly word: string;
  /** Operations whose answers may show rows in their examples. */
  readonly readings?: readonly Reading[];
}

/** The id of rows. */
export interface FoundId {
  readonly idProperty: string;
  readonly idStyle: IdStyle;
  readonly idPrefix: string;
}

const usualTexts = [
  'uuid',
  'guid',
  'login',
  'username',
  'slug',
  'key',
  'handle',
  'sha',
  'name',
  'code',
];
const usualNumbers = ['number', 'index'];

/**
 * Finds the property that the path of an item names.
 *
 * @remarks The parameter's own name, then what is left of it without the noun (`issue_number` →
 * `number`, `team_slug` → `slug`), then `id` if a value of the path can be one, then the usual names.
 * @returns An empty `idProperty` when rows do not show it.
 */
export function findId(source: IdSource): FoundId {
  const idProperty = nameOfId(source) ?? '';
  return { idProperty, ...readStyle(source, idProperty) };
}

function nameOfId(source: IdSource): string | undefined {
  for (const { names, mustHold } of candidates(source)) {
    for (const folded of names) {
      const name = propertyNamed(source.row, folded);
      const property = name === undefined ? undefined : propertyOf(source, name);
      if (property !== undefined && (!mustHold || holds(source, property))) return name;
    }
  }
  return undefined;
}

interface Candidates {
  /** Folded. */
  readonly names: readonly string[];
  /** Set for those that are no id when they cannot hold a value of the path. */
  readonly mustHold: boolean;
}

// The most likely first.
function candidates(source: IdSource): readonly Candidates[] {
  const { parameter, row, word } = source;
  const nouns = [singular(word), row.noun].filter((noun) => noun !== '');
  const ids = ['id', ...nouns.map((noun) => `${noun}id`), 'uid'];
  if (parameter === undefined) {
    return [{ names: [...ids, ...usualTexts, ...usualNumbers, ...nouns], mustHold: false }];
  }
  const own = foldName(parameter.name);
  const last = wordsOf(parameter.name).at(-1) ?? '';
  const rests = nouns.filter((noun) => own.startsWith(noun)).map((noun) => own.slice(noun.length));
  // `{promotion_code}` is the noun itself: it does not ask for the property `code`.
  const more = ['name', 'id', 'slug'].map((ending) => own + ending);
  const login = own === 'username' ? ['login'] : [];
  const isNoun = own === (row.noun === '' ? singular(word) : row.noun);
  const named = isNoun ? [own] : [own, ...login, ...rests, last];
  const isId = /(?:id|uuid|guid|sid)$/.test(own);
  const usual = isNumber(source.schemas, parameter.schema) ? usualNumbers : usualTexts;
  return [
    { names: named, mustHold: false },
    { names: ids, mustHold: !isId },
    { names: more, mustHold: false },
    { names: usual, mustHold: true },
    { names: [...ids, ...nouns], mustHold: false },
  ];
}

// The schema of a property, if it holds one value.
function propertyOf({ schemas, row }: IdSource, name: string): JsonSchema | undefined {
  const property = row.properties.get(name);
  if (property === undefined) return undefined;
  const types = schemas.typesOf(property);
  const isValue = types.some((type) => /^(?:string|integer|number)$/.test(type));
  return types.length === 0 || isValue ? property : undefined;
}

function holds({ schemas, parameter }: IdSource, property: JsonSchema): boolean {
  return (
    parameter === undefined || isNumber(schemas, property) === isNumber(schemas, parameter.schema)
  );
}

function isNumber(schemas: SchemaReader, schema: JsonSchema): boolean {
  return schemas.typesOf(schema).some((type) => type === 'integer' || type === 'number');
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function readStyle(source: IdSource, idProperty: string): Pick<FoundId, 'idStyle' | 'idPrefix'> {
  const { schemas, row, parameter } = source;
  const shown = row.properties.get(idProperty) ?? parameter?.schema ?? {};
  const { format } = schemas.resolve(shown);
  const stated = asText(row.resolved['x-id-prefix'], '');
  // What is only ever a number has no form to be hinted at.
  if (stated === '' && /^(?:integer|number)$/.test(schemas.typesOf(shown).join())) {
    return { idStyle: 'integer', idPrefix: '' };
  }
  const inPath = parameter === undefined ? [] : textsOf(schemas, parameter.schema);
  const hints = [...textsOf(schemas, shown), ...asTexts([parameter?.example]), ...inPath];
  hints.push(...shownIds(source, idProperty));
  const name = idProperty === '' ? (parameter?.name ?? '') : idProperty;
  const isDrawn = /(?:id|sid|sha|token)$/.test(foldName(name));
  const prefix = stated === '' && isDrawn ? hintedPrefix(schemas, shown, hints) : stated;
  if (prefix !== '') return { idStyle: 'prefixed', idPrefix: prefix };
  if (isNumber(schemas, shown)) return { idStyle: 'integer', idPrefix: '' };
  if (format === 'uuid' || hints.some((hint) => uuid.test(hint))) {
    return { idStyle: 'uuid', idPrefix: '' };
  }
  if (!isDrawn) return { idStyle: 'text', idPrefix: '' };
  return {
    idStyle: 'prefixed',
    idPrefix: /id$/.test(foldName(name)) ? ownPrefix(source, shown) : '',
  };
}

// Ids in examples of answers, of one row or of a list.
function shownIds({ readings = [] }: IdSource, idProperty: string): readonly string[] {
  return readings.flatMap(({ operation, answer }) => {
    const { content = [] } = operation.responseFor(operation.successStatus) ?? {};
    return content.flatMap(({ examples }) =>
      examples.flatMap(({ value }) => {
        const found = atPointer(value, answer.found?.pointer ?? '');
        const [row] = Array.isArray(found) ? found : [found];
        return asTexts([ownValue(asObject(row), idProperty)]);
      }),
    );
  });
}

// Where an id may be any text, it tells what it is the id of; the drawn part has 16 characters.
function ownPrefix({ schemas, word }: IdSource, shown: JsonSchema): string {
  const { pattern, format, maxLength = Number.POSITIVE_INFINITY } = schemas.resolve(shown);
  const [last = '', ...before] = wordsOf(word).toReversed();
  const noun = [...before.reverse(), singular(last)].join('_');
  const isFree = pattern === undefined && format === undefined && /^[a-z]\w*$/.test(noun);
  return isFree && Number(maxLength) >= noun.length + 17 ? `${noun}_` : '';
}

function textsOf(schemas: SchemaReader, schema: JsonSchema): readonly string[] {
  const { example, examples } = schemas.resolve(schema);
  return asTexts([example, ...(Array.isArray(examples) ? examples : [])]);
}

// `^task_` and `task_9f2k41` begin with `task_`; `my_project` has no drawn part, so it does not.
function hintedPrefix(schemas: SchemaReader, schema: JsonSchema, hints: readonly string[]): string {
  const pattern = /^\^([A-Za-z][A-Za-z0-9]{0,15}_)/.exec(
    asText(schemas.resolve(schema)['pattern'], ''),
  );
  if (pattern?.[1] !== undefined) return pattern[1];
  for (const hint of hints) {
    const [, prefix, drawn] = /^([A-Za-z]{1,16}_)([A-Za-z0-9]{4,})$/.exec(hint) ?? [];
    if (prefix !== undefined && /[0-9A-Z]/.test(drawn ?? '')) return prefix;
  }
  return '';
}
