import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Sample } from './extract-samples.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}tests/.samples/`;

/**
 * Type-checks samples in one program, as strictly as this project checks itself.
 *
 * @param ambient - Declarations that every sample may take for granted.
 * @returns One line for each fault: `README.md:42: Property 'x' does not exist …`.
 */
export function typeErrors(samples: readonly Sample[], ambient: string): string[] {
  const options = compilerOptions();
  const texts = new Map(samples.map((sample) => [folder + sample.name, asModule(sample.code)]));
  texts.set(`${folder}ambient.d.ts`, ambient);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  const program = ts.createProgram([...texts.keys()], options, host);
  const places = new Map(samples.map((sample) => [folder + sample.name, sample.place]));
  return ts.getPreEmitDiagnostics(program).map((fault) => {
    const name = fault.file?.fileName ?? '';
    return `${places.get(name) ?? name}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`;
  });
}

/** A sample without imports is a module all the same, so that two may name the same constant. */
function asModule(code: string): string {
  return /^(import|export)\b/m.test(code) ? code : `${code}\nexport {};\n`;
}

function compilerOptions(): ts.CompilerOptions {
  const read = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  return { ...options, noEmit: true, types: ['node'], typeRoots: [`${root}node_modules/@types`] };
}
