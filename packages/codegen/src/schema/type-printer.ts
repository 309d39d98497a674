import {
  type ApiModel,
  isObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  listOf,
  member,
} from '@product/spec-model';
import { code, docComment } from '../text/doc-comment.ts';
import { dataLiteral, memberName } from '../text/literal.ts';
import { describeSchema } from './describe-schema.ts';
import {
  asSchema,
  followSchema,
  propertiesOf,
  requiredOf,
  schemaName,
  schemasOf,
  typesOf,
} from './schema-reader.ts';

/** Names of the model types: by the name under `components/schemas`. */
export type ModelNames = ReadonlyMap<string, string>;

/**
 * Writes JSON Schemas as TypeScript types, and remembers the models it named.
 *
 * @remarks What a type cannot say (a pattern, a range) is said in the comment of the member. What
 * neither can express is `unknown`, never a wrong type.
 */
export class TypePrinter {
  /** Models that were named so far, for the imports. */
  readonly used: Set<string> = new Set();
  readonly #schemas: ApiModel['schemas'];
  readonly #names: ModelNames;

  /**
   * @param schemas - Named schemas.
   * @param names - Their types.
   */
  constructor(schemas: ApiModel['schemas'], names: ModelNames) {
    this.#schemas = schemas;
    this.#names = names;
  }

  /** The type of the values that a schema allows. */
  print(schema: JsonSchema | undefined): string {
    if (typeof schema !== 'object') {
      return schema === false ? 'never' : 'unknown';
    }
    if (member(schema, '$ref') !== undefined) {
      return this.#reference(schema);
    }
    const literals = 'const' in schema ? [schema['const'] as JsonValue] : listOf(schema, 'enum'); // 'in' saw it
    return literals.length > 0 ? union(literals.map(literalType)) : this.#composed(schema);
  }

  /** The members of an object schema, each with its comment. */
  members(schema: JsonObject): string {
    const properties = propertiesOf(schema);
    const required = requiredOf(schema);
    const undeclared = required.filter((name) => !properties.some(([known]) => known === name));
    const lines = [
      ...properties,
      ...undeclared.map((name): [string, JsonSchema] => [name, true]),
    ].map(([name, property]) => this.member(name, property, required.includes(name)));
    const open = member(schema, 'additionalProperties') === true;
    return [
      ...lines,
      open ? '/** Members that the document does not name. */\n[name: string]: unknown;' : '',
    ].join('\n');
  }

  /** One member of a type, with its comment. */
  member(name: string, schema: JsonSchema, required: boolean): string {
    const followed = followSchema(schema, this.#schemas);
    const beside = typeof schema === 'object' && followed !== schema ? withoutRef(schema) : {};
    const comment = docComment(describeSchema(followed, `The member ${code(name)}.`, beside));
    const readonly = isObject(followed) && member(followed, 'readOnly') === true ? 'readonly ' : '';
    return `${comment}${readonly}${memberName(name)}${required ? '' : '?'}: ${this.print(schema)};`;
  }

  #reference(schema: JsonObject): string {
    const name = schemaName(schema);
    const type = name === undefined ? undefined : this.#names.get(name);
    if (type === undefined) {
      return 'unknown';
    }
    this.used.add(type);
    return type;
  }

  #composed(schema: JsonObject): string {
    const own = this.#ownPart(schema);
    const all = schemasOf(schema, 'allOf').map((part) => this.print(part));
    const choices = ['oneOf', 'anyOf']
      .map((keyword) => schemasOf(schema, keyword).map((part) => this.print(part)))
      .filter((choice) => choice.length > 0)
      .map(union);
    const parts = [...(own === undefined ? [] : [own]), ...all, ...choices].filter(
      (part) => part !== 'unknown',
    );
    return parts.length === 0 ? 'unknown' : join(parts, ' & ');
  }

  #ownPart(schema: JsonObject): string | undefined {
    const types = typesOf(schema);
    if (types.length > 0) {
      return union(types.map((type) => this.#typed(type, schema)));
    }
    if (member(schema, 'contentMediaType') !== undefined) {
      return 'Blob';
    }
    return propertiesOf(schema).length > 0 || requiredOf(schema).length > 0
      ? this.#object(schema)
      : undefined;
  }

  #typed(type: JsonValue, schema: JsonObject): string {
    switch (type) {
      case 'string':
        return member(schema, 'format') === 'binary' ? 'Blob' : type;
      case 'boolean':
      case 'null':
        return type;
      case 'integer':
      case 'number':
        return 'number';
      case 'array':
        return this.#array(schema);
      case 'object':
        return this.#object(schema);
      default:
        return 'unknown';
    }
  }

  #array(schema: JsonObject): string {
    const prefix = schemasOf(schema, 'prefixItems').map((item) => this.print(item));
    const items = this.print(asSchema(member(schema, 'items')));
    if (prefix.length === 0) {
      return `${enclose(items)}[]`;
    }
    return `[${prefix.join(', ')}${items === 'never' ? '' : `, ...${enclose(items)}[]`}]`;
  }

  #object(schema: JsonObject): string {
    const more = asSchema(member(schema, 'additionalProperties'));
    const [pattern] = Object.values(patternsOf(schema));
    const values = typeof more === 'object' ? more : pattern;
    const hasMembers = propertiesOf(schema).length > 0 || requiredOf(schema).length > 0;
    const index = `{ [name: string]: ${this.print(values ?? more !== false)} }`;
    if (!hasMembers) {
      return index;
    }
    const members = `{\n${this.members(schema)}\n}`;
    return values === undefined ? members : `(${members} & ${index})`;
  }
}

function patternsOf(schema: JsonObject): { readonly [pattern: string]: JsonSchema } {
  const written = member(schema, 'patternProperties');
  return isObject(written)
    ? Object.fromEntries(
        Object.entries(written).map(([name, value]) => [name, asSchema(value) ?? true]),
      )
    : {};
}

function literalType(value: JsonValue): string {
  if (Array.isArray(value)) {
    return `readonly [${value.map(literalType).join(', ')}]`;
  }
  if (!isObject(value)) {
    return dataLiteral(value);
  }
  const members = Object.entries(value).map(
    ([name, held]) => `${memberName(name)}: ${literalType(held)}`,
  );
  return `{ ${members.join('; ')} }`;
}

function union(types: readonly string[]): string {
  return types.includes('unknown') ? 'unknown' : join(types, ' | ');
}

function join(types: readonly string[], operator: string): string {
  const different = [...new Set(types)];
  return different.length === 1 ? (different[0] ?? '') : different.map(enclose).join(operator);
}

// Prettier takes away the parentheses that are not needed.
function enclose(type: string): string {
  return /[|&\n]/.test(type) ? `(${type})` : type;
}

function withoutRef({ $ref: _ref, ...beside }: JsonObject): JsonObject {
  return beside;
}
