import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The workspace's root folder, with a slash at its end. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** The options that this project checks its own tests with: packages are read from their source. */
export function readCompilerOptions(): ts.CompilerOptions {
  const read = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  return { ...options, noEmit: true, types: ['node'], typeRoots: [`${root}node_modules/@types`] };
}
