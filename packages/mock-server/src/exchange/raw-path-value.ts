import type { Operation } from '../model/operation.ts';
import type { Exchange } from './exchange-state.ts';

/**
 * What stands for a parameter in the path, still percent-encoded: `a%2Cb` is one value and `a,b`
 * may be two.
 *
 * @remarks Template and path are laid side by side from their ends, since what comes before the
 * template, the base path, depends on the server.
 * @returns Absent when the path has no such parameter.
 */
export function rawPathValue(
  { path, route }: Pick<Exchange, 'path' | 'route'>,
  { path: template, pathNames }: Pick<Operation, 'path' | 'pathNames'>,
  name: string,
): string | undefined {
  const value = route?.values[pathNames.indexOf(name)];
  // Nothing was encoded: the router's own value is as it was sent.
  if (value === undefined || !path.includes('%')) return value;
  const parts = template.split('/');
  const at = parts.findIndex((part) => part.includes(`{${name}}`));
  const raw =
    path
      .replace(/\/$/, '')
      .split('/')
      .at(at - parts.length) ?? '';
  const [before = '', after = ''] = (parts[at] ?? '').split(`{${name}}`);
  const inner = raw.slice(before.length, raw.length - after.length);
  return decodesTo(inner, value) ? inner : encodeURIComponent(value);
}

// Literals beside it may be encoded, and several parameters may share a segment.
function decodesTo(raw: string, value: string): boolean {
  try {
    return decodeURIComponent(raw) === value;
  } catch {
    return false;
  }
}
