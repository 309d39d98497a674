/** What runs in a page and in a worker of it: the core suite, and what only browsers have. */
import { ConfigurationError, ProductClient, query } from '@product/api-client';
import { runCoreSuite, type Surroundings, type Verdict } from '../runtimes/core-suite.ts';

/** What came of it. */
export interface CoreOutcome {
  readonly verdicts: readonly Verdict[];
  /** What a client without `allowBrowser` is refused for. */
  readonly guard: string;
  /** What a request with the key in its query carries. */
  readonly byQuery: { readonly key: string | null; readonly header: string | null };
}

/**
 * Runs it.
 *
 * @param surroundings - Where the mock is.
 */
export async function runInBrowser(surroundings: Surroundings): Promise<CoreOutcome> {
  return {
    verdicts: await runCoreSuite(surroundings),
    guard: guard(surroundings),
    byQuery: await callByQuery(surroundings),
  };
}

function guard({ baseUrl, fullKey }: Surroundings): string {
  try {
    new ProductClient({ baseUrl, apiKey: fullKey });
    return 'it was made';
  } catch (error) {
    return error instanceof ConfigurationError ? error.code : String(error);
  }
}

async function callByQuery({ baseUrl, fullKey }: Surroundings): Promise<CoreOutcome['byQuery']> {
  let sent = new Request(baseUrl);
  const client = new ProductClient({
    baseUrl,
    auth: query('api_key', fullKey),
    allowBrowser: true,
    fetch: async (request) => {
      sent = request;
      return Response.json({ id: 'task_1', title: 'By query' });
    },
  });
  await client.tasks.get('task_1');
  const key = new URL(sent.url).searchParams.get('api_key');
  return { key, header: sent.headers.get('authorization') };
}
