import type { JsonValue } from '@product/spec-model';

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * A text from a query, path, header or form in the type that its schema wants.
 *
 * @remarks A text that does not read as that type stays a text: the validator then says what is
 * wrong with it.
 * @param types - Types that the schema allows.
 */
export function coerce(text: string, types: readonly string[]): JsonValue {
  const isNumeric = types.includes('integer') || types.includes('number');
  if (isNumeric && number.test(text) && Number.isFinite(Number(text))) return Number(text);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (types.includes('null') && text === '' && !types.includes('string')) return null;
  return text;
}

/** The same for every text of a list. */
export function coerceList(texts: readonly string[], types: readonly string[]): JsonValue {
  return texts.map((text) => coerce(text, types));
}
