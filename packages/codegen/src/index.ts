export { generate } from './generate.ts';
export type { GeneratedFile } from './generated-file.ts';
export { type CommandIo, main } from './main.ts';
export type { GenerateOptions } from './plan/plan-sdk.ts';
export type { FolderWatch, WatchDoor } from './watch-files.ts';
export { checkFiles, type Drift, writeFiles } from './write-files.ts';
