import { bucketLua } from './bucket-lua.ts';

/**
 * Ends the lease of a call that was never sent.
 *
 * @remarks ARGV: wake channel, then leases.
 */
export const releaseScript: string = `${bucketLua}
local bucket = read()
local roomBefore = admit(bucket, 0)
for index = 2, #ARGV do
  redis.call('ZREM', KEYS[2], ARGV[index])
end
if bucket.held or (roomBefore == 0 and admit(bucket, 0) > 0) then
  wake(bucket, ARGV[1])
  write(bucket)
end
return show(bucket, {})
`;
