import type { Check, Node } from './check.ts';
import type { SchemaSource } from './schema-source.ts';

/**
 * `$ref` and `$dynamicRef`, followed when a value first gets there.
 *
 * @remarks A dynamic reference leads to the anchor that is found from where it stands; which schema
 * led there is not asked. Where a document fills templates that way, its reader has written it out.
 */
export function checkReferences(source: SchemaSource): readonly Check[] {
  return ['$ref', '$dynamicRef'].flatMap((keyword) => {
    const ref = source.text(keyword);
    return ref === undefined ? [] : [follow(source, keyword, ref)];
  });
}

function follow(source: SchemaSource, keyword: string, ref: string): Check {
  let target: Node | undefined;
  return (value, run) => {
    target ??= source.link.follow(ref);
    if (target === undefined) throw source.unusable(keyword, `"${ref}" leads nowhere`);
    return target.check(value, run);
  };
}
