import type { AnswersPlan } from '../plan/plan-answers.ts';
import type { OperationPlan, ParametersPlan } from '../plan/plan-operation.ts';
import type { ResourcePlan } from '../plan/plan-resources.ts';
import { docComment, prose, sentence } from '../text/doc-comment.ts';
import { memberName } from '../text/literal.ts';
import { declareType } from './declare-type.ts';

/** The types that belong to one operation: its query, headers, and bodies without a name. */
export function declareOperationTypes(resource: ResourcePlan, planned: OperationPlan): string[] {
  const { query, headers, body, result, answers, printer } = planned;
  const link = `{@link ${resource.className}.${planned.method}}`;
  return [
    ...(query === undefined ? [] : [declareParameters(query, planned, `The query of ${link}.`)]),
    ...(headers === undefined ? [] : [declareHeaders(headers, `The headers of ${link}.`)]),
    ...(body?.declared === undefined
      ? []
      : [declareType({ ...body.declared, printer, fallback: `The body of ${link}.` })]),
    ...(result.declared === undefined
      ? []
      : [declareType({ ...result.declared, printer, fallback: `The answer to ${link}.` })]),
    ...(answers === undefined ? [] : [declareAnswers(answers, `What ${link} can be answered.`)]),
  ];
}

function declareParameters(
  { typeName, parameters }: ParametersPlan,
  { printer }: OperationPlan,
  summary: string,
): string {
  const members = parameters.map(({ name, schema, required, description, deprecated, example }) => {
    const beside = {
      ...(typeof schema === 'object' ? schema : {}),
      readOnly: false,
      ...(description === undefined ? {} : { description }),
      ...(deprecated ? { deprecated } : {}),
      ...(example === undefined ? {} : { examples: [example] }),
    };
    return printer.member(name, schema === false ? false : beside, required);
  });
  return `${docComment({ summary })}export interface ${typeName} {\n${members.join('\n')}\n}\n`;
}

function declareAnswers({ typeName, answers }: AnswersPlan, summary: string): string {
  const members = answers.map(({ status, type, description }) => {
    const said = sentence(description) || `The answer with status ${status}.`;
    const key = /^\d+$/.test(status) ? status : memberName(status);
    return `${docComment({ summary: said })}${key}: ${type};`;
  });
  return `${docComment({ summary })}export interface ${typeName} {\n${members.join('\n')}\n}\n`;
}

function declareHeaders({ typeName, parameters }: ParametersPlan, summary: string): string {
  const members = parameters.map(({ name, required, description, deprecated }) => {
    const said = prose(description ?? '') || 'A header of this operation.';
    const tags = deprecated ? ['@deprecated The document marks it deprecated.'] : [];
    return `${docComment({ summary: said, tags })}${memberName(name)}${required ? '' : '?'}: string;`;
  });
  return `${docComment({ summary })}export interface ${typeName} {\n${members.join('\n')}\n}\n`;
}
