import type { JsonObject, JsonSchema } from '@product/spec-model';
import type { Core } from '../../../core.ts';
import { snakeCase } from '../../../data/snake-case.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { propertiesOf } from '../row-properties.ts';

/** A text and a flag that say the same: who may see a row. */
interface Twins {
  readonly text: string;
  readonly flag: string;
  /** Whether the flag says that everybody may. */
  readonly isPublic: boolean;
}

const kept = new WeakMap<object, Twins | typeof none>();
const none = 'none';

/**
 * What follows from a `visibility` that was sent for a flag such as `private`, and the other way
 * round; absent when nothing does.
 */
export function visibilityOf(
  core: Core,
  schema: JsonSchema,
  sent: JsonObject,
): JsonObject | undefined {
  if (typeof schema !== 'object') return undefined;
  const twins = keepIn(kept, schema, () => findTwins(core, schema) ?? none);
  if (twins === none) return undefined;
  const { text, flag, isPublic } = twins;
  const [said, isSet] = [sent[text], sent[flag]];
  if (typeof said === 'string' && isSet === undefined) {
    return { [flag]: (said === 'public') === isPublic };
  }
  if (typeof isSet !== 'boolean' || said !== undefined) return undefined;
  return { [text]: isSet === isPublic ? 'public' : 'private' };
}

function findTwins({ schemas, validators }: Core, schema: JsonSchema): Twins | undefined {
  const properties = [...propertiesOf(schemas, schema).properties];
  const flag = properties.find(
    ([name, property]) =>
      /^(is_)?(private|public)$/.test(snakeCase(name)) &&
      schemas.typesOf(property).includes('boolean'),
  );
  const text = properties.find(
    ([name, property]) =>
      /^(visibility|privacy)$/.test(snakeCase(name)) &&
      ['public', 'private'].every(
        (word) => validators.check(property, word, 'response').length === 0,
      ),
  );
  if (flag === undefined || text === undefined) return undefined;
  return { text: text[0], flag: flag[0], isPublic: /public$/.test(snakeCase(flag[0])) };
}
