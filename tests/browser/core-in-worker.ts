/** A dedicated worker that runs the core suite. */
import { runInBrowser } from './core-page.ts';

addEventListener('message', async ({ data }) => {
  postMessage(await runInBrowser(data));
});
