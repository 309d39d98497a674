import type { Outcome } from '../exchange/outcome.ts';
import { plainValue } from '../schema/complete-row.ts';
import type { Call } from './handler.ts';

/**
 * Answers what the document shows: its example, else the plainest value of its schema.
 *
 * @remarks For operations that neither name a behaviour nor belong to a collection.
 */
export function sendExample({ core, operation }: Call): Outcome {
  const status = operation.successStatus;
  const content = operation
    .responseFor(status)
    ?.content.find(({ mediaType }) => /[/+]json\b/.test(mediaType));
  if (content === undefined) return { status };
  const [example] = content.examples;
  return { status, body: example?.value ?? plainValue(core.schemas, content.schema ?? {}) };
}
