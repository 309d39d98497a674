import { readFile } from 'node:fs/promises';
import type { DocumentProblem } from '../document-error.ts';
import type { DocumentFault } from '../mend/mender.ts';
import { segmentsOf } from '../reference.ts';
import { findInJson } from './find-in-json.ts';
import { createFiles, findOrigin } from './find-origin.ts';

/**
 * Gives faults of `readApi` their line and column, which takes the document's text once more.
 *
 * @param file - Of `ReadApi`. What has no text, because it was an object or a URL, gives line 1.
 * @param faults - Those to be shown.
 * @returns In the same order. A place that another file brought has the name of that, and its own
 * pointer there.
 */
export async function locateFaults(
  file: string,
  faults: readonly DocumentFault[],
): Promise<DocumentProblem[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (faults.length === 0 || !otherFile.test(text)) return locateIn(file, text, faults);
  const files = createFiles();
  const located = faults.map(async (fault) => {
    const origin = await findOrigin(files, file, fault.pointer);
    const own = origin.file === file ? text : await readFile(origin.file, 'utf8').catch(() => '');
    return locateIn(origin.file, own, [{ ...fault, pointer: origin.pointer }]);
  });
  return (await Promise.all(located)).flat();
}

// A reference that does not begin with a pointer into the same file.
const otherFile = /\$ref["']?\s*:\s*["']?[^"'#\s]/;

async function locateIn(
  file: string,
  text: string,
  faults: readonly DocumentFault[],
): Promise<DocumentProblem[]> {
  if (/^\uFEFF?\s*[{[]/.test(text)) return locateInJson({ file, text }, faults);
  if (text === '' || faults.length === 0) {
    return faults.map((fault) => ({ ...fault, file, line: 1, column: 1 }));
  }
  // The parser that knows where things are in YAML is heavy.
  const [{ Source }, { problemAt }] = await Promise.all([
    import('@redocly/openapi-core'),
    import('../problem-at.ts'),
  ]);
  const source = new Source(file, text);
  return faults.map((fault) => problemAt(source, fault));
}

function locateInJson(
  { file, text }: { readonly file: string; readonly text: string },
  faults: readonly DocumentFault[],
): DocumentProblem[] {
  const offsets = findInJson(
    text,
    faults.map(({ pointer }) => segmentsOf(pointer)),
  );
  return faults.map((fault, index) => ({ ...fault, file, ...lineOf(text, offsets[index] ?? 0) }));
}

function lineOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}
