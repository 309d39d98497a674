import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { asObject, asTexts, ownValue } from '../model/json-read.ts';
import { keepIn } from '../model/keep-in.ts';
import { asSchema, componentName, type SchemaReader, type SchemaShape } from './schema-shape.ts';
import { variantsOf } from './variants.ts';

/** Alternatives that a member tells apart: the cats and dogs among pets, by their `kind`. */
export interface Kinds {
  /** Absent where they are told apart by which members they must have. */
  readonly property?: string;
  /** By the values of that member; without one, by a member that only this kind must have. */
  readonly schemas: ReadonlyMap<string, JsonObject>;
  /** The members of all of them, and what each of them requires. */
  readonly shape: SchemaShape;
}

const known = new WeakMap<JsonObject, Kinds | undefined>();

/**
 * The kinds of objects that a schema describes.
 *
 * @remarks They are told apart by the document's `discriminator`, whose `mapping` may also name what
 * builds on the schema by `allOf`; else by a member that has values of its own in each of them, else by
 * members that each of them alone must have.
 * @returns Absent when it describes one kind only, or nothing tells them apart.
 */
export function kindsOf(schemas: SchemaReader, schema: JsonSchema | undefined): Kinds | undefined {
  const resolved = schemas.resolve(schema);
  const { oneOf, anyOf, discriminator } = resolved;
  if (oneOf === undefined && anyOf === undefined && discriminator === undefined) return undefined;
  return keepIn(known, resolved, () => readKinds(schemas, resolved));
}

/** The kind that a value is of; the first where it does not say. */
export function kindOf({ property, schemas }: Kinds, value: JsonObject): JsonObject {
  const [first = {}] = schemas.values();
  if (property !== undefined) return schemas.get(String(ownValue(value, property))) ?? first;
  const told = [...schemas].find(([name]) => Object.hasOwn(value, name));
  return told?.[1] ?? first;
}

/** The member that makes a value one of the kinds, each in its turn; nothing where there is one only. */
export function tagAt(schemas: SchemaReader, schema: JsonSchema, at: number): JsonObject {
  const kinds = kindsOf(schemas, schema);
  const tags = [...(kinds?.schemas.keys() ?? [])];
  return kinds?.property === undefined ? {} : { [kinds.property]: tags[at % tags.length] ?? null };
}

/** The schema of the kind that a value says it is of; the schema itself where it does not say. */
export function schemaOf(schemas: SchemaReader, schema: JsonSchema, value: JsonObject): JsonSchema {
  const kinds = kindsOf(schemas, schema);
  return kinds?.property === undefined ? schema : kindOf(kinds, value);
}

function readKinds(schemas: SchemaReader, union: JsonObject): Kinds | undefined {
  const named = stated(schemas, union);
  const isBase = union['oneOf'] === undefined && union['anyOf'] === undefined;
  if (isBase && named === undefined) return undefined;
  const variants = isBase ? [...(named?.schemas.values() ?? [])] : variantsOf(schemas, union);
  const shapes = variants.map((variant) => schemas.shapeOf(variant));
  if (shapes.length < 2 || shapes.some(({ properties }) => properties.size === 0)) return undefined;
  const found = named ?? tagged(schemas, variants) ?? apart(variants, shapes);
  return found && { ...found, shape: mergeShapes(shapes) };
}

// Each must have a member that none of the others knows.
function apart(variants: readonly JsonObject[], shapes: readonly SchemaShape[]): Named | undefined {
  const byMember = new Map<string, JsonObject>();
  for (const [at, { required }] of shapes.entries()) {
    const others = shapes.filter((_, other) => other !== at);
    const own = [...required].find((name) =>
      others.every(({ properties }) => !properties.has(name)),
    );
    const variant = variants[at];
    if (own === undefined || variant === undefined) return undefined;
    byMember.set(own, variant);
  }
  return { schemas: byMember };
}

type Named = Pick<Kinds, 'property' | 'schemas'>;

// OpenAPI 3.1, Discriminator Object: values are names of components unless `mapping` says otherwise.
function stated(schemas: SchemaReader, union: JsonObject): Named | undefined {
  const { discriminator, oneOf, anyOf } = union;
  const { propertyName, mapping } = asObject(discriminator);
  if (typeof propertyName !== 'string') return undefined;
  const parts: readonly JsonValue[] = [oneOf, anyOf].find(Array.isArray) ?? [];
  const targets = Object.entries(asObject(mapping)).map(([value, target]): [string, JsonObject] => {
    const ref = String(target);
    const pointer = ref.startsWith('#/') ? ref : `#/components/schemas/${ref}`;
    return [value, schemas.resolve({ $ref: pointer })];
  });
  const mapped = new Set(targets.map(([, kind]) => kind));
  const named = parts.flatMap((part): [string, JsonObject][] => {
    const [name, kind] = [componentName(asSchema(part)), schemas.resolve(asSchema(part))];
    return name === undefined || mapped.has(kind) ? [] : [[name, kind]];
  });
  const kinds = new Map([...targets, ...named]);
  return kinds.size < 2 ? undefined : { property: propertyName, schemas: kinds };
}

function tagged(schemas: SchemaReader, variants: readonly JsonObject[]): Named | undefined {
  const [first = {}] = variants;
  for (const property of schemas.shapeOf(first).properties.keys()) {
    const byValue = new Map<string, JsonObject>();
    const isTag = variants.every((variant) => {
      const tags = tagsOf(schemas, schemas.shapeOf(variant).properties.get(property));
      const isOwn = tags.length > 0 && tags.every((tag) => !byValue.has(tag));
      for (const tag of tags) byValue.set(tag, variant);
      return isOwn;
    });
    if (isTag) return { property, schemas: byValue };
  }
  return undefined;
}

function tagsOf(schemas: SchemaReader, schema: JsonSchema | undefined): readonly string[] {
  const { const: only, enum: several } = schemas.resolve(schema);
  return asTexts(only === undefined ? several : [only]);
}

function mergeShapes(shapes: readonly SchemaShape[]): SchemaShape {
  const properties = new Map<string, JsonSchema>();
  for (const shape of shapes) {
    for (const [name, schema] of shape.properties) {
      if (!properties.has(name)) properties.set(name, schema);
    }
  }
  const [first, ...others] = shapes;
  const required = [...(first?.required ?? [])].filter((name) =>
    others.every((shape) => shape.required.has(name)),
  );
  return { properties, required: new Set(required) };
}
