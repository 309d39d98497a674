import type { ApiModel, JsonObject, JsonSchema } from '@product/spec-model';
import { isObject } from '../../model/json-read.ts';
import type { Check, Node } from './check.ts';
import { fault } from './check.ts';
import { compileSchema } from './compile-schema.ts';
import { components, type Home, type Place } from './find-target.ts';
import { openSchema } from './open-schema.ts';
import { SchemaError } from './schema-error.ts';
import type { Link, SchemaTools } from './schema-source.ts';

const anything: Node = { check: () => true };
const nothing: Node = { check: (_, run) => fault(run, 'not_allowed', 'must be absent') };

/**
 * Makes what gives each schema of a model its checkable form: one for each object, made when it is
 * first asked for, compiled when it first meets a value, and kept.
 */
export function createSchemaNodes(
  schemas: ApiModel['schemas'],
  tools: SchemaTools,
): (schema: JsonSchema) => Node {
  const nodes = new WeakMap<JsonObject, Node>();

  function nodeAt({ schema, pointer, root }: Place): Node {
    if (typeof schema === 'boolean') return schema ? anything : nothing;
    if (!isObject(schema)) return unusable(pointer);
    const known = nodes.get(schema);
    if (known !== undefined) return known;
    const place = { schema, pointer };
    const link = linkTo(typeof schema['$id'] === 'string' ? place : (root ?? place));
    const compile: Check = (value, run) => {
      const target = endOfReferences(schema, link);
      if (target === undefined) {
        node.check = compileSchema(openSchema(schema, pointer, link));
        return node.check(value, run);
      }
      const ok = target.check(value, run);
      // Once it is compiled, the schema that refers to it is the same check.
      node.check = target.check;
      return ok;
    };
    const node: Node = { check: compile };
    nodes.set(schema, node);
    return node;
  }

  function linkTo(root: Home): Link {
    return {
      node: (schema, pointer) => nodeAt({ schema, pointer, root }),
      follow: (ref) => {
        const found = tools.findTarget({ schemas, root }, ref);
        return found && nodeAt(found);
      },
      peek: (ref) => {
        const found = tools.findTarget({ schemas, root }, ref)?.schema;
        return isObject(found) ? found : undefined;
      },
      tools,
    };
  }

  return (schema) => nodeAt({ schema, pointer: '' });
}

// What says nothing of values beside a reference.
const notes = new Set(['$ref', 'description', 'summary', 'title', 'deprecated', 'example']);
const maxReferences = 32;

/** What a schema that is no more than a reference leads to; absent for others, and in circles. */
function endOfReferences(schema: JsonObject, link: Link): Node | undefined {
  let [here, end]: [JsonObject | undefined, Node | undefined] = [schema, undefined];
  for (let step = 0; step < maxReferences; step++) {
    const ref = here?.['$ref'];
    const isLone = here !== undefined && Object.keys(here).every((name) => notes.has(name));
    if (typeof ref !== 'string' || !isLone) return end;
    // Others mean another thing where they stand than where they lead.
    if (!ref.startsWith(`${components}/`, 1)) return undefined;
    end = link.follow(ref);
    here = link.peek(ref);
  }
  return undefined;
}

function unusable(pointer: string): Node {
  return {
    check: () => {
      throw new SchemaError(pointer, 'a schema must be an object or a boolean');
    },
  };
}
