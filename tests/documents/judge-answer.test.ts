import { expect, test } from 'vitest';
import { type Came, createAnswerJudge } from './judge-answer.ts';
import { type Node, wholeDocument } from './open-document.ts';

const error = { type: 'object', required: ['error'], properties: { error: { type: 'string' } } };
const task = {
  type: 'object',
  required: ['id', 'secret'],
  properties: { id: { type: 'string' }, secret: { type: 'string', writeOnly: true } },
};
const written: Node = {
  openapi: '3.0.3',
  info: { title: 'Tasks', version: '1' },
  paths: {
    '/tasks': {
      get: {
        responses: {
          200: {
            description: 'Found',
            headers: { 'X-Total': { required: true, schema: { type: 'integer' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Task' } } },
          },
          204: { description: 'Nothing' },
          422: { description: 'Wrong', content: { 'application/json': { schema: error } } },
        },
      },
    },
  },
  components: { schemas: { Task: task } },
};
const document = wholeDocument(written);
const judge = createAnswerJudge(document);

function came(status: number, body?: unknown, headers: object = {}): Came {
  const text = body === undefined ? '' : JSON.stringify(body);
  const type = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  return { status, text, headers: new Headers({ ...type, ...headers }) };
}

const total = { 'x-total': '1' };
const problem = { 'content-type': 'application/problem+json' };

test.each<[string, Came, boolean]>([
  ['what is described', came(200, { id: 'a' }, total), true],
  ['a member of another type', came(200, { id: 1 }, total), false],
  ['a missing member', came(200, {}, total), false],
  ['a missing header', came(200, { id: 'a' }), false],
  ['a missing body', came(200, undefined, total), false],
  ['another media type', came(200, { id: 'a' }, { ...total, 'content-type': 'text/csv' }), false],
  ['no JSON', { ...came(200, {}, total), text: '{' }, false],
  ['nothing', came(204), true],
  ['something where nothing is described', came(204, { id: 'a' }), false],
  ['a success that is not described', came(201, { id: 'a' }), false],
  ['a refusal that is described', came(422, { error: 'no' }), true],
  ['such a refusal in another form', came(422, { message: 'no' }), false],
  ['a refusal in the form of another', came(404, { error: 'no' }), true],
  ['a refusal in no form', came(404, { message: 'no' }), false],
  ['a problem', came(404, { status: 404 }, problem), true],
  ['a problem of another status', came(404, { status: 400 }, problem), false],
  ['a refusal without a body', came(405), true],
  ['a failure', came(500, { error: 'no' }), false],
])('an answer is held against the document: %s', (...[, answer, want]) => {
  const [asked] = document.operations;
  if (asked === undefined) throw new Error('cannot find the operation: there is none.');
  const fault = judge(asked, answer);
  expect([fault === undefined, fault]).toEqual([want, fault]);
});
