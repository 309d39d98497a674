import { bucketLua } from './bucket-lua.ts';

/**
 * Keeps the leases of calls that are slow to be answered: only a dead process lets them end.
 *
 * @remarks ARGV: their length in ms, then the leases. One that
 * Redis has forgotten is given again: its call is still under way.
 */
export const renewScript: string = `${bucketLua}
local bucket = read()
local leaseMs = tonumber(ARGV[1])
for index = 2, #ARGV do
  redis.call('ZADD', KEYS[2], now + leaseMs, ARGV[index])
end
redis.call('PEXPIRE', KEYS[2], leaseMs + 1000)
return show(bucket, {})
`;
