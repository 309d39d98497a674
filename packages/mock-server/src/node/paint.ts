import { styleText } from 'node:util';

/** The looks that the terminal output uses. */
export type Look = 'bold' | 'dim' | 'cyan' | 'green' | 'yellow' | 'red';

/** Puts a look on a text, or leaves it plain. */
export type Paint = (look: Look, text: string) => string;

/**
 * Colour for a terminal, plain text for everything else.
 *
 * @param isTerminal - Whether the output is one.
 * @param env - `NO_COLOR` with any value turns colour off.
 * @see {@link https://no-color.org | NO_COLOR}
 */
export function createPaint(
  isTerminal: boolean,
  env: { readonly [name: string]: string | undefined },
): Paint {
  const colored = isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return colored
    ? (look, text) => styleText(look, text, { validateStream: false })
    : (_look, text) => text;
}
