import type { Target } from '../clients/client.ts';
import type { ClientName } from '../clients/load-client.ts';

/** What one client process is to do once it is told when to start. */
export interface Order {
  readonly client: ClientName;
  readonly target: Target;
  /** When each call starts, in milliseconds after the start. */
  readonly startsMs: readonly number[];
  /** When the process stops counting, in milliseconds after the start. */
  readonly limitMs: number;
}

/** What one client process saw. */
export interface Report {
  readonly succeeded: number;
  readonly settledMs: number;
  readonly failure?: string;
}
