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
  /** Whether the members of an object are sent as the parts of a form. */
  readonly isForm: boolean;
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
  const followed = followSchema(schema, planning.model.schemas);
  const isForm = mediaType.startsWith('multipart/') && hasMembers(followed);
  const common = { mediaType, isForm, required, description, schema, examples };
  const raw = isForm ? undefined : rawType(mediaType);
  if (raw !== undefined) {
    return { ...common, type: raw };
  }
  const orForm = isForm ? ' | FormData' : '';
  if (schemaName(schema) === undefined && hasMembers(followed)) {
    const name = planning.names.claim(`${planning.typePrefix}Body`, 'Type');
    return { ...common, type: `${name}${orForm}`, declared: { name, schema: followed } };
  }
  return { ...common, type: `${printer.print(schema)}${orForm}` };
}

function hasMembers(schema: JsonSchema | undefined): schema is JsonSchema {
  return schema !== undefined && propertiesOf(schema).length > 0;
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
