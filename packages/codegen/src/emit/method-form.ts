import { styleName } from '../plan/find-pagination.ts';
import type { OperationPlan } from '../plan/plan-operation.ts';

/** Names that generated code imports. */
export interface ImportedNames {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** How a method is written: what it gives, which options it takes, and the one line that it is. */
export interface MethodForm {
  /** `ApiPromise<Task, TasksGetAnswers>`. */
  readonly returns: string;
  /** `CallOptions`. */
  readonly options: string;
  /** Writes the call. */
  readonly call: (facts: string, input: string) => string;
  /** What it needs of the runtime. */
  readonly runtime: ImportedNames;
  /** What it needs of the runtime's streams, which a client without streams does not hold. */
  readonly streams: ImportedNames;
}

const NONE: ImportedNames = { values: [], types: [] };

/** Chooses how a method is written. */
export function methodForm(planned: OperationPlan): MethodForm {
  const { result, pagination, answers } = planned;
  if (result.form !== 'data') {
    return streamForm(planned);
  }
  const typed = answers === undefined ? '' : `, ${answers.typeName}`;
  const form = planned.body?.isForm ? ['multipart'] : [];
  if (pagination === undefined) {
    return {
      returns: `ApiPromise<${result.type}${typed}>`,
      options: 'CallOptions',
      call: (facts, input) => `this.caller.call(${facts}, ${input}, options)`,
      runtime: { values: form, types: ['ApiPromise', 'CallOptions'] },
      streams: NONE,
    };
  }
  const style = styleName(pagination);
  return {
    returns: `PagePromise<${result.type}${typed}>`,
    options: 'ListOptions',
    call: (facts, input) =>
      `paginate(this.caller, ${style}, { operation: ${facts}, input: ${input}, options })`,
    runtime: {
      values: ['paginate', style, ...form],
      types: ['PagePromise', 'ListOptions', ...(answers === undefined ? [] : ['Page'])],
    },
    streams: NONE,
  };
}

const STREAMS = {
  events: { name: 'streamEvents', type: 'EventStream', options: 'EventStreamOptions' },
  jsonEvents: { name: 'streamJsonEvents', type: 'EventStream', options: 'EventStreamOptions' },
  jsonLines: { name: 'streamJsonLines', type: 'JsonLines', options: 'StreamOptions' },
} as const;

function streamForm({ result, body }: OperationPlan): MethodForm {
  const { name, type, options } = STREAMS[result.form === 'data' ? 'events' : result.form];
  return {
    returns: `${type}<${result.type}>`,
    options,
    call: (facts, input) =>
      `${name}(this.caller, { operation: ${facts}, input: ${input}, options })`,
    runtime: { values: body?.isForm ? ['multipart'] : [], types: [] },
    streams: { values: [name], types: [type, options] },
  };
}

/** Writes the imports that methods need. */
export function importsOfForms(forms: readonly MethodForm[], more: ImportedNames): string {
  const runtime = forms.map((form) => form.runtime);
  const streams = forms.map((form) => form.streams);
  return [
    importOf([...runtime, more], '@product/client-runtime'),
    importOf(streams, '@product/client-runtime/streams'),
  ].join('');
}

function importOf(all: readonly ImportedNames[], from: string): string {
  const values = new Set(all.flatMap((names) => names.values));
  const names = [...new Set([...values, ...all.flatMap(({ types }) => types)])].sort();
  const written = names.map((name) => (values.has(name) ? name : `type ${name}`));
  return names.length === 0 ? '' : `import { ${written.join(', ')} } from '${from}';\n`;
}
