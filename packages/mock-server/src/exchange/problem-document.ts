import type { JsonObject } from '@product/spec-model';
import type { Exchange } from './exchange-state.ts';
import type { ProblemFacts } from './outcome.ts';

/** An error as RFC 9457 has it. */
export function problemDocument(
  exchange: Exchange,
  status: number,
  { code, detail, members }: ProblemFacts,
): JsonObject {
  return {
    type: exchange.core.problemBase + code.replaceAll('_', '-'),
    title: titleOf(code),
    status,
    detail,
    instance: instanceOf(exchange.path),
    code,
    message: detail,
    request_id: exchange.requestId,
    ...members,
  };
}

/** A code in words: `invalid_api_key` → `Invalid API key`. */
export function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ').replace(/\bapi\b/g, 'API');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// The path came from a stranger: only what a URI may hold is shown again (RFC 3986 §2).
function instanceOf(path: string): string {
  return path
    .slice(0, 500)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^\w\-.~:/@!$&'()*+,;=%]/g, '_');
}
