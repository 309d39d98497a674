import { createMock } from '../create-mock.ts';
import type { MockAnswer } from '../exchange/message.ts';
import type { Mock } from '../mock.ts';
import { answerControl } from './control.ts';

/** A mock with one key, and a caller of its control API. */
export interface Bench {
  readonly mock: Mock;
  call(method: string, path: string, body?: unknown): MockAnswer;
}

/** Makes one. */
export function bench(): Bench {
  const mock = createMock({ seed: 1 });
  mock.keys.create({ name: 'Printed at start' });
  const setup = { mock, atStart: mock.snapshot(), hosts: [] };
  const request = { headers: { host: ['127.0.0.1:4010'] }, localAddress: '127.0.0.1' };
  return {
    mock,
    call(method, path, body) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const bytes = text === undefined ? undefined : new TextEncoder().encode(text);
      return answerControl(setup, { ...request, method, url: `/__mock${path}`, body: bytes });
    },
  };
}

/** The JSON of an answer. */
export function read(answer: MockAnswer): unknown {
  return answer.body === undefined ? undefined : JSON.parse(String(answer.body));
}
