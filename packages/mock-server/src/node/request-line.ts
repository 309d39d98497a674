import { maskBody } from '../requests/mask-secrets.ts';
import type { Look, Paint } from './paint.ts';
import type { ServedRequest } from './serve-requests.ts';

/**
 * One line for one request: method, path, status, milliseconds.
 *
 * @param request - What was served.
 * @param paint - Colour or none.
 * @param mask - Hides what is secret in a path with its query.
 */
export function requestLine(
  request: ServedRequest,
  paint: Paint,
  mask: (path: string) => string = maskBody,
): string {
  const { method, path, status, durationMs } = request;
  const shown = status === 0 ? 'reset' : String(status);
  const time = paint('dim', `${durationMs.toFixed(1)} ms`);
  return `${method.padEnd(7)} ${mask(printable(path))}  ${paint(lookOf(status), shown)}  ${time}`;
}

// A stranger chose the path: nothing of it may steer the terminal.
function printable(text: string): string {
  return text.replace(
    /[^\x20-\x7e]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}

function lookOf(status: number): Look {
  if (status === 0 || status >= 500) return 'red';
  return status >= 400 ? 'yellow' : 'green';
}
