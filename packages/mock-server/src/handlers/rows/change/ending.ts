import type { JsonValue } from '@product/spec-model';
import { choicesOf } from '../../../data/described-choices.ts';
import { snakeCase } from '../../../data/snake-case.ts';
import { stateNamed, stemOf } from '../../../data/state-after.ts';
import type { Role } from '../../../infer/role.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { type Operation, successSchema } from '../../../model/operation.ts';
import type { SchemaReader } from '../../../schema/schema-shape.ts';
import { variantsOf } from '../../../schema/variants.ts';
import { propertiesOf } from '../row-properties.ts';

/** How a row ends that a `DELETE` does not remove. */
export interface Ending {
  /** `cancel` */
  readonly word: string;
  /** The property that tells of it, and what it becomes: `status`, `canceled`. */
  readonly property: string;
  readonly state: JsonValue;
}

const kept = new WeakMap<Operation, Ending | undefined>();

/**
 * How a row goes on after its `DELETE`: where the document says that this cancels it, answers with
 * the row, and rows have a state for that, the row stays in that state.
 *
 * @returns Absent where the row is removed.
 */
export function endingOf(
  schemas: SchemaReader,
  operation: Operation,
  role: Role,
): Ending | undefined {
  return keepIn(kept, operation, () => readEnding(schemas, operation, role));
}

function readEnding(schemas: SchemaReader, operation: Operation, role: Role): Ending | undefined {
  if (operation.method !== 'DELETE' || !answersRow(schemas, operation, role)) return undefined;
  const { properties } = propertiesOf(schemas, role.collection.schema);
  for (const word of verbsOf(operation)) {
    for (const [property, schema] of properties) {
      const state = stateNamed(choicesOf(schemas, schema), snakeCase(property), stemOf(word));
      if (state !== undefined) return { word, property, state };
    }
  }
  return undefined;
}

function answersRow(schemas: SchemaReader, operation: Operation, { collection }: Role): boolean {
  const [answer] = variantsOf(schemas, successSchema(operation));
  return answer !== undefined && variantsOf(schemas, collection.schema).includes(answer);
}

const removing = /^(delet|remov|destroi|eras|drop|purg)/;

// "Cancels a subscription immediately.", `cancelOrder`.
function verbsOf({ api: { id, summary = '', description = '' } }: Operation): readonly string[] {
  const firsts = [summary, description].map(
    (text) => /^\s*(?:<[^<>]{1,40}>\s*)*([a-z]+)/i.exec(text.slice(0, 200))?.[1] ?? '',
  );
  const words = [...firsts, snakeCase(id).split('_')[0] ?? ''];
  return words.filter((word) => word !== '' && !removing.test(stemOf(word)));
}
