import type { Call, Target } from '../clients/client.ts';
import { type ClientName, loadClient } from '../clients/load-client.ts';

/** A client that takes part in every round. */
export interface Contender {
  readonly name: string;
  readonly call: Call;
  /** Calls of one round. */
  readonly calls: number;
}

const roster: readonly (readonly [name: string, client: ClientName])[] = [
  ['raw fetch', 'raw-fetch'],
  ['raw fetch again', 'raw-fetch'],
  ['ours', 'ours'],
  ['openapi-fetch', 'openapi-fetch'],
  ['stripe', 'stripe'],
  ['ky', 'ky'],
  ['openai', 'openai'],
  ['Octokit', 'octokit'],
];

/** Rounds' worth of calls before the first round: the compiler has settled by then. */
const warmUps = 4;

/** All contenders, connected and warm. */
export async function connectContenders(target: Target): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const [name, client] of roster) {
    const call = await (await loadClient(client)).connect(target);
    // Octokit's plugins wait for timers: fewer calls tell as much, in the time that the others take.
    const calls = client === 'octokit' ? 20 : 500;
    for (let warm = 0; warm < warmUps * calls; warm += 1) await call();
    contenders.push({ name, call, calls });
  }
  return contenders;
}
