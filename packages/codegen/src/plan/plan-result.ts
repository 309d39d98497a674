import { type ApiContent, type ApiResponse, type JsonSchema, member } from '@product/spec-model';
import { allowsNull } from '../schema/allows-null.ts';
import { asSchema, followSchema, propertiesOf, schemaName } from '../schema/schema-reader.ts';
import type { TypePrinter } from '../schema/type-printer.ts';
import type { PaginationPlan } from './find-pagination.ts';
import { jsonContent } from './json-content.ts';
import type { OperationPlanning } from './planning.ts';

/** How an answer is given: as data, or item by item. */
export type ResultForm = 'data' | 'events' | 'jsonEvents' | 'jsonLines';

/** What a method gives. */
export interface ResultPlan {
  readonly form: ResultForm;
  /** What stands between the angle brackets of `ApiPromise`, `PagePromise`, `EventStream`, … */
  readonly type: string;
  /** A type that belongs to the operation, when the schema has no name. */
  readonly declared?: { readonly name: string; readonly schema: JsonSchema };
  /** Description of the answer. */
  readonly description: string;
  /** Media type or range of a success that is not JSON. */
  readonly responseType?: string;
  /** Whether a success may have no content, or be `null`. */
  readonly mayBeEmpty: boolean;
  /** The success that the type is of. */
  readonly answer?: ApiResponse;
}

/** Chooses the type of a method's result: of the lowest success that has a body. */
export function planResult(
  planning: OperationPlanning,
  printer: TypePrinter,
  pagination: PaginationPlan | undefined,
): ResultPlan {
  const { operation } = planning;
  const answers = successesOf(operation.responses);
  const answer = answers.find(({ content }) => content.length > 0);
  const description = (answer ?? answers[0])?.description ?? '';
  if (answer === undefined || operation.method === 'HEAD') {
    return { form: 'data', type: 'void', description, mayBeEmpty: true };
  }
  const base = { description, answer };
  if (pagination !== undefined) {
    const type = printer.print(pagination.items);
    return { ...base, form: 'data', type, mayBeEmpty: false };
  }
  const json = jsonContent(answer);
  if (json === undefined) {
    return { ...base, ...planOther(planning, printer, answer.content[0]) };
  }
  const declared = declare(planning, json.schema);
  const type = declared?.name ?? printer.print(json.schema);
  const lacksBody = answers.some(({ content }) => content.length === 0);
  return {
    ...base,
    form: 'data',
    type: lacksBody && type !== 'unknown' ? `${type} | undefined` : type,
    mayBeEmpty: lacksBody || allowsNull(json.schema, planning.model.schemas),
    ...(declared === undefined ? {} : { declared }),
  };
}

/** The answers that are successes; if the document names none, the one that stands for all. */
export function successesOf(responses: readonly ApiResponse[]): readonly ApiResponse[] {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  return successes.length > 0 ? successes : responses.filter(({ status }) => status === 'default');
}

type OtherPlan = Pick<ResultPlan, 'form' | 'type' | 'declared' | 'responseType' | 'mayBeEmpty'>;

/** What is not JSON: a stream of items, text, or bytes. */
function planOther(
  planning: OperationPlanning,
  printer: TypePrinter,
  content: ApiContent | undefined,
): OtherPlan {
  const [responseType = '*/*'] = content?.mediaType.split(';') ?? [];
  const form = formOf(responseType, content?.schema);
  const common = { responseType, mayBeEmpty: false };
  if (form === 'events' || form === 'data') {
    return { ...common, form, type: typeOfOther(responseType) };
  }
  const item = form === 'jsonLines' ? itemOf(planning, content?.schema) : content?.schema;
  const declared = declare(planning, item);
  const type = declared?.name ?? printer.print(item);
  return { ...common, form, type, ...(declared === undefined ? {} : { declared }) };
}

/** The type of a body that is not JSON: text as the runtime knows it, else bytes. */
export function typeOfOther(mediaType: string): string {
  return /^text\/|[/+]xml\b|x-www-form-urlencoded/.test(mediaType) ? 'string' : 'Blob';
}

function formOf(mediaType: string, schema: JsonSchema | undefined): ResultForm {
  if (/^application\/(x-)?(ndjson|jsonl|jsonlines|json-lines)$/.test(mediaType)) {
    return 'jsonLines';
  }
  if (mediaType !== 'text/event-stream') {
    return 'data';
  }
  const isText = typeof schema === 'object' && member(schema, 'type') === 'string';
  return schema === undefined || isText ? 'events' : 'jsonEvents';
}

/** Documents describe lines as an array of items, or describe one item. */
function itemOf(
  { model }: OperationPlanning,
  schema: JsonSchema | undefined,
): JsonSchema | undefined {
  const followed = followSchema(schema, model.schemas);
  const items = typeof followed === 'object' ? asSchema(member(followed, 'items')) : undefined;
  return items ?? schema;
}

function declare(
  { names, typePrefix }: OperationPlanning,
  schema: JsonSchema | undefined,
): ResultPlan['declared'] {
  const isInline = typeof schema === 'object' && schemaName(schema) === undefined;
  return isInline && propertiesOf(schema).length > 0
    ? { name: names.claim(`${typePrefix}Result`, 'Type'), schema }
    : undefined;
}
