/** A page that runs the core suite in itself and in a dedicated worker. */
import { runInBrowser } from './core-page.ts';

const surroundings = await (await fetch('/surroundings.json')).json();

function runInWorker(): Promise<unknown> {
  const worker = new Worker('/worker.js', { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(surroundings.worker);
  });
}

Object.assign(globalThis, {
  outcome: Promise.all([runInBrowser(surroundings.page), runInWorker()]),
});
