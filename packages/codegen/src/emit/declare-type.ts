import { isObject, type JsonObject, type JsonSchema, member } from '@product/spec-model';
import { describeSchema } from '../schema/describe-schema.ts';
import {
  propertiesOf,
  requiredOf,
  schemaName,
  schemasOf,
  typesOf,
} from '../schema/schema-reader.ts';
import type { TypePrinter } from '../schema/type-printer.ts';
import { docComment } from '../text/doc-comment.ts';

/** A schema that gets a name of its own. */
export interface Declaration {
  readonly name: string;
  readonly schema: JsonSchema;
  /** Sentence for a schema without description. */
  readonly fallback: string;
  readonly printer: TypePrinter;
  /** Gives the schema behind a reference to an interface, so that another may extend it. */
  readonly baseOf?: (schema: JsonSchema) => JsonObject | undefined;
}

/**
 * Declares a type: an interface where one can say it, because editors show interfaces best and
 * errors name them; else a type alias.
 */
export function declareType(declaration: Declaration): string {
  const { name, schema, printer, fallback } = declaration;
  const comment = docComment(describeSchema(schema, fallback));
  if (isPlainObject(schema)) {
    return `${comment}export interface ${name} {\n${printer.members(schema)}\n}\n`;
  }
  const extended = extendedBy(declaration);
  if (extended !== undefined) {
    const bases = extended.bases.map((base) => printer.print(base)).join(', ');
    const members = extended.own.map((part) => printer.members(part)).join('\n');
    return `${comment}export interface ${name} extends ${bases} {\n${members}\n}\n`;
  }
  return `${comment}export type ${name} = ${printer.print(schema)};\n`;
}

/** Whether a schema is an object with members and nothing that an interface cannot say. */
export function isPlainObject(schema: JsonSchema): schema is JsonObject {
  if (!isObject(schema) || propertiesOf(schema).length === 0) {
    return false;
  }
  const more = member(schema, 'additionalProperties');
  const types = typesOf(schema);
  return (
    (types.length === 0 || (types.length === 1 && types[0] === 'object')) &&
    !['allOf', 'oneOf', 'anyOf', '$ref', 'enum', 'const', 'patternProperties'].some(
      (keyword) => member(schema, keyword) !== undefined,
    ) &&
    !isObject(more)
  );
}

interface Extension {
  readonly bases: readonly JsonSchema[];
  readonly own: readonly JsonObject[];
}

/** `allOf` of interfaces and objects that add members is an interface that extends. */
function extendedBy({ schema, baseOf = () => undefined }: Declaration): Extension | undefined {
  if (!isObject(schema) || ['oneOf', 'anyOf', 'enum', 'const'].some((key) => key in schema)) {
    return undefined;
  }
  const { allOf: _parts, description: _said, ...rest } = schema;
  const parts = schemasOf(schema, 'allOf');
  const bases = parts.filter((part) => schemaName(part) !== undefined);
  const others = [...parts.filter((part) => schemaName(part) === undefined), rest];
  const own = others.filter((part) => propertiesOf(part).length > 0 || requiredOf(part).length > 0);
  const names = own.flatMap((part) => propertiesOf(part).map(([name]) => name));
  const base = bases.length === 1 ? baseOf(bases[0] ?? false) : undefined;
  const inherited = base === undefined ? [] : propertiesOf(base).map(([name]) => name);
  const adds = own.every(
    (part) => isPlainObject(part) && requiredOf(part).every((name) => names.includes(name)),
  );
  const fits = base !== undefined && adds && !names.some((name) => inherited.includes(name));
  return fits ? { bases, own: own.filter(isPlainObject) } : undefined;
}
