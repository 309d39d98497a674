import type { JsonObject } from '@product/spec-model';
import type { Call } from './handler.ts';

/** Tells webhook endpoints what the document says that this operation's success tells. */
export function emitEvents({ core, operation, mode }: Call, data: JsonObject): void {
  for (const type of operation.events) core.emit({ type, mode, data });
}
