/** How arrays and objects stand in a query, in the words of OpenAPI. */
export interface QueryStyle {
  /**
   * Arrays.
   *
   * @defaultValue `{ style: 'form', explode: true }`: `a=1&a=2`
   */
  readonly array?: { readonly style: keyof typeof JOINERS; readonly explode: boolean };
  /**
   * Objects.
   *
   * @defaultValue `{ style: 'deepObject', explode: true }`: `a[b]=1`
   */
  readonly object?: { readonly style: 'form' | 'deepObject'; readonly explode: boolean };
  /**
   * Whether values are left as they are, reserved characters included.
   *
   * @defaultValue false
   */
  readonly allowReserved?: boolean;
}

const JOINERS = { form: ',', spaceDelimited: '%20', pipeDelimited: '|' } as const;

/**
 * The query of a URL, without its `?`. What is `undefined` or `null` is left out.
 *
 * @remarks Gives what openapi-fetch's serializer gives, which a test compares it with, and encodes the
 * keys of objects too.
 * @param query - The parameters, by name.
 * @param style - How arrays and objects stand in it.
 * @throws A {@link TypeError} for a value that is nested deeper.
 */
export function serializeQuery(query: object = {}, style: QueryStyle = {}): string {
  return Object.entries(query)
    .flatMap(([name, value]) => serializeMember(name, value, style))
    .join('&');
}

function serializeMember(name: string, value: unknown, style: QueryStyle): string[] {
  if (value === undefined || value === null) return [];
  const { array, object, allowReserved } = style;
  const encode = (part: unknown): string => {
    if (typeof part === 'object') throw new TypeError('a query holds no deeper value');
    return allowReserved ? String(part) : encodeURIComponent(String(part));
  };
  if (typeof value !== 'object') return [`${name}=${encode(value)}`];
  const entries = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  const pairs = entries.map(([key, part]) => [encode(key), encode(part)] as const);
  if (Array.isArray(value)) {
    const parts = pairs.map(([, part]) => part);
    if (array?.explode !== false) return parts.map((part) => `${name}=${part}`);
    return parts.length > 0 ? [`${name}=${parts.join(JOINERS[array.style])}`] : [];
  }
  if (object?.style !== 'form') return pairs.map(([key, part]) => `${name}[${key}]=${part}`);
  if (object.explode) return pairs.map(([key, part]) => `${key}=${part}`);
  return pairs.length > 0 ? [`${name}=${pairs.flat().join(',')}`] : [];
}
