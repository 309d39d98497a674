import type { ApiRequestBody } from '@product/spec-model';
import { findContent, readContentType } from '../exchange/find-content.ts';
import type { MockRequest } from '../exchange/message.ts';
import type { Outcome } from '../exchange/outcome.ts';
import { refuseCoding } from './content-coding.ts';

/**
 * The type of a body; the first that is described where none is said, since nobody knows how strict
 * a service is for which the document was not written.
 *
 * @returns A refusal of a body that is still packed; absent where there is no body.
 */
export function openBody(
  request: MockRequest,
  { content }: ApiRequestBody,
): string | Outcome | undefined {
  const sent = request.headers['content-type']?.[0];
  if (!request.body?.byteLength) return isForm(sent, content) ? sent : undefined;
  return refuseCoding(request) ?? sent ?? content[0]?.mediaType ?? '';
}

// A form without fields is no body at all on the wire.
function isForm(sent: string | undefined, content: ApiRequestBody['content']): boolean {
  const type = readContentType(sent ?? '');
  const isOne = type?.name === 'application/x-www-form-urlencoded';
  return isOne && findContent(content, type) !== undefined;
}
