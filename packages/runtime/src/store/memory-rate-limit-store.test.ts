import { VirtualClock } from '../testing/virtual-clock.ts';
import { MemoryRateLimitStore } from './memory-rate-limit-store.ts';
import { testRateLimitStore } from './store-contract.ts';

testRateLimitStore('the store in memory', () => {
  const clock = new VirtualClock();
  return {
    store: new MemoryRateLimitStore(),
    now: () => clock.now(),
    pass: (ms) => clock.run(clock.sleep(ms)),
    leasesExpire: false,
  };
});
