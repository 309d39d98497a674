export type * from './api-model.ts';
export { applyOverlays, type OverlaidDocument } from './apply-overlays.ts';
export { DocumentError, type DocumentProblem, type DocumentProblemCode } from './document-error.ts';
export { isObject, listOf, member, textOf } from './json-reader.ts';
export { type LoadedApi, type LoadOptions, loadApi } from './load-api.ts';
export type { DocumentSource } from './parse-source.ts';
export { lookUp } from './reference.ts';
