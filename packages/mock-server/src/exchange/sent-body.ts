import type { ApiContent, JsonValue } from '@product/spec-model';
import type { ContentType } from './find-content.ts';
import type { SentFile } from './input.ts';

/** A body as it was sent. */
export interface SentBody {
  readonly bytes: Uint8Array;
  readonly type: ContentType;
  /** What the document says of it. */
  readonly content: ApiContent;
}

/** A body as data, or why it is none. */
export type ParsedBody =
  | {
      readonly value: JsonValue;
      /** Whether the value is the text itself, unread: XML, images, archives. */
      readonly isOpaque?: true;
      readonly files?: readonly SentFile[];
    }
  | { readonly fault: string }
  /** A set of characters that nobody here knows. */
  | { readonly charset: string };
