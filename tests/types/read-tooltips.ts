import ts from 'typescript';
import { readCompilerOptions, root } from './read-compiler-options.ts';

/** What an editor shows while the pointer rests on a word. */
export interface Tooltip {
  /** The line of code, without the mark. */
  readonly line: string;
  /** The word that the pointer rests on. */
  readonly word: string;
  /** The declaration, as the language service writes it. */
  readonly signature: string;
  /** The text of its doc comment. */
  readonly text: string;
  /** Its tags, one per line. */
  readonly tags: readonly string[];
}

const MARK = '/**/';

/**
 * What an editor shows for each word that a mark stands before, in order.
 *
 * @param code - A module, with `/` `**` `/` before each word.
 */
export function readTooltips(code: string): readonly Tooltip[] {
  const name = `${root}tests/types/tooltips-of-calls.ts`;
  const service = ts.createLanguageService(hostOf(name, code));
  return [...code.matchAll(/\/\*\*\/(\w+)/g)].map(({ index, 1: word = '' }) => {
    const info = service.getQuickInfoAtPosition(name, index + MARK.length);
    const start = code.lastIndexOf('\n', index) + 1;
    const line = code.slice(start, code.indexOf('\n', index)).replaceAll(MARK, '').trim();
    return {
      line,
      word,
      signature: ts.displayPartsToString(info?.displayParts),
      text: textOf(info?.documentation),
      tags: (info?.tags ?? []).map(({ name: tag, text }) => `@${tag} ${textOf(text)}`),
    };
  });
}

/** An editor shows the name that a link leads to. */
function textOf(parts: ts.SymbolDisplayPart[] | undefined): string {
  return ts.displayPartsToString(parts).replace(/\{@link (.*?) ?\}/g, '$1');
}

function hostOf(name: string, code: string): ts.LanguageServiceHost {
  const options = readCompilerOptions();
  const { readFile, fileExists, readDirectory, directoryExists, realpath } = ts.sys;
  return {
    getScriptFileNames: () => [name],
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const text = file === name ? code : readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists,
    readFile,
    readDirectory,
    directoryExists,
    // The dependencies of a dependency stand beside where its link leads.
    ...(realpath && { realpath }),
  };
}
