import type { Collection } from '../infer/collection.ts';
import type { Role } from '../infer/role.ts';
import type { Operation } from '../model/operation.ts';
import { becauseOf } from './inspect-because.ts';
import { filterNames } from './inspect-filters.ts';
import { roleDetails } from './inspect-role.ts';
import type { Inspection } from './inspection.ts';
import type { Paint } from './paint.ts';

const width = 100;

/** What was inferred, for people: by collection, with the reasons, in at most 100 columns. */
export function inspectText(inspection: Inspection, paint: Paint): string {
  const { model, operations, collections, schemas } = inspection;
  const { roles, byName, reasons } = collections;
  const about = [
    `${operations.length} operations, ${roles.size} with state in ${byName.size} collections,`,
    `${operations.length - roles.size} that answer what the document shows`,
  ].join(' ');
  const groups = [...byName.values()].flatMap((collection) => [
    '',
    ...heading(collection, paint),
    ...operations.flatMap((operation) => {
      const role = roles.get(operation.id);
      if (role?.collection !== collection) return [];
      const filters = filterNames(schemas, operation, role);
      const details = [...becauseOf(schemas, operation, role), ...roleDetails(role, filters)];
      return operationLines(operation, details, { role, paint });
    }),
  ]);
  const others = operations.filter(({ id }) => !roles.has(id));
  return `${[
    `${paint('bold', `${model.info.title} ${model.info.version}`)}`,
    ...wrap(about, ''),
    ...groups,
    ...(others.length === 0 ? [] : ['', paint('bold', 'No part in any collection')]),
    ...others.flatMap((operation) => [
      ...headOf('-', operation, paint),
      ...wrap(sentence(reasons.get(operation.id) ?? ''), indent).map((line) => paint('dim', line)),
    ]),
    '',
    ...wrap(
      'Wrong? An overlay says it better: x-mock-role on an operation, x-mock-collections on the root.',
      '',
    ),
  ].join('\n')}\n`;
}

const indent = ' '.repeat(11);

function heading(collection: Collection, paint: Paint): string[] {
  const { name, noun, isSingleton, scope } = collection;
  const each = scope.length > 0 ? ' each' : '';
  const what = isSingleton ? `one ${noun}${each}` : idOf(collection);
  const parents = scope.map(({ parameter, parent }) =>
    parent === undefined ? `{${parameter}}` : `{${parameter}} of ${parent}`,
  );
  const within = parents.length === 0 ? '' : `, within ${parents.join(', ')}`;
  return [paint('bold', name), ...wrap(what + within, '  ')];
}

function idOf({ noun, idProperty, idStyle, idPrefix }: Collection): string {
  const looks = {
    prefixed: idPrefix === '' ? 'drawn' : `drawn, ${idPrefix}…`,
    uuid: 'UUID',
    integer: 'number',
    text: 'text',
  }[idStyle];
  const where = idProperty === '' ? 'named by the path only' : `id in "${idProperty}"`;
  return `${noun}, ${where} (${looks})`;
}

function operationLines(
  operation: Operation,
  details: readonly string[],
  { role, paint }: { readonly role: Role; readonly paint: Paint },
): string[] {
  return [
    ...headOf(role.verb, operation, paint),
    ...wrap(details.join(' '), indent).map((line) => paint('dim', line)),
  ];
}

/** What an operation is, and what of the document stops it. */
function headOf(verb: string, { method, path, api }: Operation, paint: Paint): string[] {
  const stops = (api.faults ?? []).flatMap(({ pointer, message }) =>
    wrap(`Answers 501: ${pointer} ${message}`, indent),
  );
  return [
    `  ${paint('cyan', verb.padEnd(8))} ${method.padEnd(6)} ${path}`,
    ...stops.map((line) => paint('red', line)),
  ];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wrap(text: string, before: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && before.length + line.length + word.length + 1 > width) {
      lines.push(before + line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, before + line];
}
