/** Runs the core suite in a runtime that has a process: its surroundings are the first argument. */
import { runCoreSuite } from '../core-suite.ts';

declare const process: { readonly argv: readonly string[] };
declare const console: { log(text: string): void };

const verdicts = await runCoreSuite(JSON.parse(process.argv[2] ?? '{}'));
console.log(JSON.stringify(verdicts));
