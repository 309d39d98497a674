/** Runs the core suite in a worker: its surroundings are the body of a request. */
import { runCoreSuite, type Surroundings } from '../core-suite.ts';

const worker = {
  async fetch(request: Request): Promise<Response> {
    if (request.method !== 'POST') return new Response('ready');
    // The test that sends it writes what it is.
    const surroundings = (await request.json()) as Surroundings;
    return Response.json(await runCoreSuite(surroundings));
  },
};

export { worker as default };
