import type { ProductClient } from '@product/api-client';
import type { Mock } from '@product/mock-server';

/** What every step works with: the mock, and a client whose key may do everything. */
export interface Stage {
  readonly mock: Mock;
  readonly client: ProductClient;
  /** A client of its own for a new key; it waits in the mock's virtual time. */
  clientFor(key: Parameters<Mock['keys']['create']>[0]): ProductClient;
}
