// The declarations of @scalar/openapi-upgrader 0.4.9 import this module, which it does not install.
declare module '@scalar/types/utils' {
  export type UnknownObject = Record<string, unknown>;
}
