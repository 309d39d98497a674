import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { GeneratedFile } from '../generated-file.ts';

// A folder that is not there: the files live in memory, and the runtime is found by name.
const FOLDER = fileURLToPath(new URL('./generated-in-memory/', import.meta.url));
const RUNTIME = fileURLToPath(new URL('../../../runtime/src/', import.meta.url));

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: [],
  paths: {
    '@product/client-runtime': [`${RUNTIME}index.ts`],
    '@product/client-runtime/*': [`${RUNTIME}*.ts`],
  },
};

// The standard library and the runtime do not change between checks, and take seconds to parse.
const PARSED = new Map<string, ts.SourceFile | undefined>();

/**
 * Type-checks generated files against the runtime, under the strictest options.
 *
 * @param files - The generated files.
 * @param more - Files of the test that use them.
 * @returns What the compiler says, as `file: message`; empty when it is content.
 */
export function typeCheck(
  files: readonly GeneratedFile[],
  more: readonly GeneratedFile[] = [],
): string[] {
  const texts = new Map([...files, ...more].map(({ path, content }) => [FOLDER + path, content]));
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, directoryExists, getSourceFile } = host;
  host.getSourceFile = (path, ...rest) => {
    if (texts.has(path)) {
      return getSourceFile(path, ...rest);
    }
    const source = PARSED.get(path) ?? getSourceFile(path, ...rest);
    PARSED.set(path, source);
    return source;
  };
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.directoryExists = (path) =>
    [...texts.keys()].some((known) => known.startsWith(path)) || directoryExists?.(path) === true;
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
    return `${diagnostic.file?.fileName.replace(FOLDER, '') ?? ''}: ${text}`;
  });
}
