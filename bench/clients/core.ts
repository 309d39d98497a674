import { bearer, Client, type OperationFacts, Resource } from '@product/client-runtime';
import { type BenchClient, benchKey } from './client.ts';

const get: OperationFacts = { id: 'tasks.get', method: 'GET', path: '/tasks/{task_id}' };

const profile = {
  clientName: 'CoreClient',
  packageName: 'core',
  apiVersion: '1',
  baseUrl: 'http://127.0.0.1',
  env: {},
  keyPrefixes: {},
  credential: bearer,
};

class Tasks extends Resource {
  get(taskId: string): Promise<unknown> {
    return this.caller.call(get, { path: { task_id: taskId } });
  }
}

class CoreClient extends Client<object> {
  readonly tasks: Tasks = new Tasks(this.caller);
}

/** The runtime under one operation: the least that a generated client can be. */
export const core: BenchClient = {
  title: 'ours, core only',
  connect({ baseUrl, fetch }) {
    const setup = { profile, operations: { 'tasks.get': get } };
    const client = new CoreClient(setup, { apiKey: benchKey, baseUrl, fetch });
    return () => client.tasks.get('task_1');
  },
};
