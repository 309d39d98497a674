/** Headers that tell of a message, and of nobody's identity; a list of what to hide is never complete. */
const SHOWN =
  /^(accept|age|allow|content-(encoding|length|type)|date|deprecation|retry-after|sunset|traceparent|user-agent|(x-)?(request-id|ratelimit)|(x-)?ratelimit-\w+)$/;

/** A request or an answer as a log may show it. */
export interface MessageSummary {
  /** Values of the headers that may be shown. */
  readonly headers: { readonly [name: string]: string };
  /** Type and length of the body, in characters of a text, else in bytes; nothing of what it says. */
  readonly body: { readonly type: string | null; readonly length: number | undefined };
}

/**
 * What a log may show of a request or an answer.
 *
 * @param headers - Its headers.
 * @param body - Its body.
 * @param maskIn - Takes secrets out of a text, since a server can echo them.
 */
export function describeMessage(
  headers: Headers,
  body: unknown,
  maskIn: (text: string) => string,
): MessageSummary {
  const shown = [...headers].filter(([name]) => SHOWN.test(name));
  const type = headers.get('content-type');
  const { length, size, byteLength } = Object(body ?? '');
  return {
    headers: Object.fromEntries(shown.map(([name, value]) => [name, maskIn(value)])),
    body: { type: type && maskIn(type), length: length ?? size ?? byteLength },
  };
}
