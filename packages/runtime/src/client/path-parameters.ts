import { ConfigurationError } from '../errors/configuration-error.ts';

/**
 * Puts parameters into a path template, each as exactly one segment.
 *
 * @remarks An empty value or a dot segment would silently address another resource: `URL` folds `..`,
 * `%2e%2e` and their like.
 * @param template - Path, or URL, with `{name}` where values go.
 * @param parameters - The values.
 * @throws A {@link ConfigurationError} `invalid_path_parameter`.
 * @see WHATWG URL, "double-dot URL path segment"
 */
export function serializePath(
  template: string,
  parameters: { readonly [name: string]: unknown },
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    // Most values are ids: one look tells that they can stand as they are.
    if (typeof value === 'string' && /^[\w-]+$/.test(value)) return value;
    const reason = faultOf(value);
    if (reason === undefined) return encodeURIComponent(String(value));
    throw new ConfigurationError(
      'invalid_path_parameter',
      `cannot put the path parameter '${name}' into the URL: it is ${reason}.`,
    );
  });
}

function faultOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return 'missing';
  if (typeof value === 'number' && Number.isFinite(value)) return undefined;
  if (typeof value !== 'string') return `of type ${typeof value}`;
  if (value === '') return 'empty';
  if (/^(\.|%2e){1,2}$/i.test(value)) return 'a dot segment';
  return /[\p{Cc}\p{Surrogate}]/u.test(value)
    ? 'not free of control characters and lone surrogates'
    : undefined;
}
