import type { ApiParameter } from './api-model.ts';
import type { Leniency } from './leniency.ts';
import type { Place } from './list-operations.ts';

/** The parameters, those of the path as its template has them: the strict check saw that they are. */
export function matchTemplate(
  parameters: readonly ApiParameter[],
  { path, pointer }: Place,
  leniency: Leniency | undefined,
): readonly ApiParameter[] {
  if (leniency === undefined) return parameters;
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  const note = (name: string, reason: string): void => {
    const message = `the path parameter "${name}" ${reason}.`;
    leniency.note({ pointer, message, code: 'path-parameter' });
  };
  const kept = parameters.filter((parameter) => {
    const isMeant = parameter.in !== 'path' || names.includes(parameter.name);
    if (!isMeant) note(parameter.name, 'is not in the path');
    return isMeant;
  });
  const missing = names.filter(
    (name) => !kept.some((parameter) => parameter.in === 'path' && parameter.name === name),
  );
  for (const name of missing) note(name, 'is not described; any text is taken');
  return missing.length === 0 ? kept : [...kept, ...[...new Set(missing)].map(anyText)];
}

function anyText(name: string): ApiParameter {
  return {
    name,
    in: 'path',
    required: true,
    deprecated: false,
    style: 'simple',
    explode: false,
    schema: { type: 'string' },
    extensions: {},
  };
}
