import type { Tooltip } from './read-tooltips.ts';

/**
 * A page that shows tooltips as an editor does: declaration, text, tags.
 *
 * @param tooltips - The tooltips, in order.
 */
export function writeTooltips(tooltips: readonly Tooltip[]): string {
  const sections = tooltips.map(({ line, word, signature, text, tags }) =>
    [
      `## \`${word}\` in \`${line}\``,
      fenced('ts', signature),
      text,
      fenced('text', tags.join('\n')),
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  return `${[HEAD, ...sections].join('\n\n')}\n`;
}

const HEAD =
  '# What an editor shows\n\nWritten by `vitest run tests/types -u`, and compared by it: look at what changes.';

function fenced(language: string, code: string): string {
  return code && `\`\`\`${language}\n${code}\n\`\`\``;
}
