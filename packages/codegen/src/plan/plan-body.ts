import type { ApiContent, ApiExample, JsonSchema } from '@product/spec-model';
import { followSchema, propertiesOf, schemaName } from '../schema/schema-reader.ts';
import type { TypePrinter } from '../schema/type-printer.ts';
import type { OperationPlanning } from './planning.ts';

/** The body of a request. */
export interface BodyPlan {
  /** `application/json`. */
  readonly mediaType: string;
  /** The type of the parameter. */
  readonly type: string;
  /** A type that belongs to the operation, when the schema has no name. */
  readonly declared?: { readonly name: string; readonly schema: JsonSchema };
  readonly required: boolean;
  readonly description: string | undefined;
  readonly schema: JsonSchema | undefined;
  readonly examples: readonly ApiExample[];
}

// What a client can write best comes first.
const PREFERENCE = [
  /^application\/json\b/,
  /[/+]json\b/,
  /^application\/x-www-form-urlencoded/,
  /^multipart\/form-data/,
  /^text\//,
];

/** Chooses the media type of a request body and its type. */
export function planBody(planning: OperationPlanning, printer: TypePrinter): BodyPlan | undefined {
  const { requestBody } = planning.operation;
  const content = requestBody === undefined ? undefined : preferred(requestBody.content);
  if (requestBody === undefined || content === undefined) {
    return undefined;
  }
  const { mediaType, schema, examples } = content;
  const { required, description } = requestBody;
  const common = { mediaType, required, description, schema, examples };
  const raw = rawType(mediaType);
  if (raw !== undefined) {
    return { ...common, type: raw };
  }
  const inline =
    schemaName(schema) === undefined ? followSchema(schema, planning.model.schemas) : true;
  if (typeof inline === 'object' && propertiesOf(inline).length > 0) {
    const name = planning.names.claim(`${planning.typePrefix}Body`, 'Type');
    return { ...common, type: name, declared: { name, schema: inline } };
  }
  return { ...common, type: printer.print(schema) };
}

function preferred(content: readonly ApiContent[]): ApiContent | undefined {
  const ranked = PREFERENCE.map((wanted) =>
    content.find(({ mediaType }) => wanted.test(mediaType)),
  );
  return ranked.find((found) => found !== undefined) ?? content[0];
}

function rawType(mediaType: string): string | undefined {
  if (/[/+]json\b/.test(mediaType) || mediaType.startsWith('application/x-www-form-urlencoded')) {
    return undefined;
  }
  if (mediaType.startsWith('multipart/')) {
    return 'FormData';
  }
  return mediaType.startsWith('text/') ? 'string' : 'Blob | ArrayBuffer | ReadableStream';
}
