export type * from './api-model.ts';
export { DocumentError, type DocumentProblem, type DocumentProblemCode } from './document-error.ts';
export { isObject, listOf, member, textOf } from './json-reader.ts';
export { type LoadedApi, loadApi } from './load-api.ts';
export { lookUp } from './reference.ts';
