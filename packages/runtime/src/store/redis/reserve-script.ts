import { bucketLua } from './bucket-lua.ts';

/**
 * Asks for room; gives leases for as many calls as there is room for.
 *
 * @remarks ARGV: peer, how long a peer is remembered (ms), calls that wait, calls to keep, beginning of
 * the leases' names, their length (ms), how long others wait for first answers (ms). Of `want` 0 only
 * the state is shown, and the peer counted.
 *
 * Whoever asks first after a reset does not get all of it while others wait too: it takes its share and
 * asks again.
 */
export const reserveScript: string = `${bucketLua}
local peer, peerMs, want, keep = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local name, leaseMs, patienceMs = ARGV[5], tonumber(ARGV[6]), tonumber(ARGV[7])
local GROWTH, COUNT_MS = 0.25, 10000
local bucket = read()

local function rollLearned()
  local learned = bucket.learned
  if learned and learned.resetAt > now then return end
  if not learned and now - bucket.countedFrom <= COUNT_MS then return end
  bucket.countedFrom, bucket.answered = now, 0
  if not learned then return end
  local windowMs = learned.windowMs
  if bucket.refusals == 0 and learned.remaining == 0 then
    learned.limit = learned.limit + GROWTH * 2 ^ learned.cleanRun
    learned.cleanRun = learned.cleanRun + 1
    local wholeMs = math.floor(windowMs / 1000) * 1000
    -- A guessed length is cut by a part of what is uncertain of it, until a refusal says too much.
    if not learned.named then windowMs = windowMs - (windowMs - learned.closedForMs) / 4
    elseif wholeMs > learned.closedForMs then windowMs = wholeMs end
  end
  learned.windowMs = math.floor(windowMs)
  learned.remaining = math.floor(learned.limit)
  learned.openedAt, learned.resetAt = now, now + learned.windowMs
  -- Its begin is a guess too: if the old one goes on, one call finds out, not many.
  bucket.ceiling = 1
end

local function roll()
  rollLearned()
  local isIdle = redis.call('ZCARD', KEYS[2]) == 0
  for _, window in ipairs(bucket.windows) do
    -- An answer under way may tell of the old window.
    if window.resetAt and window.resetAt <= now and (isIdle or not isTrusted(window)) then
      window.openedAt, window.remaining, window.resetAt = window.resetAt, window.limit, nil
    end
  end
end

local function countPeers()
  redis.call('ZADD', KEYS[3], now, peer)
  redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - peerMs)
  redis.call('PEXPIRE', KEYS[3], peerMs)
  return redis.call('ZCARD', KEYS[3])
end

local function countSharers()
  local sharers = 1
  for other, untilAt in pairs(bucket.waiting) do
    if untilAt <= now then bucket.waiting[other] = nil
    elseif other ~= peer then sharers = sharers + 1 end
  end
  return sharers
end

-- When to ask again if nobody wakes us: whoever we wait for may have died, or be slow to answer.
local function againAt()
  local first = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')
  local instant = (tonumber(first[2]) or now + leaseMs) + 1
  if bucket.wave > 0 or #bucket.windows > 0 then return instant end
  bucket.learnBy = bucket.learnBy or now + patienceMs
  return math.min(instant, bucket.learnBy)
end

local function losePatience()
  if not bucket.learnBy or bucket.learnBy > now then return end
  bucket.learnBy = nil
  if bucket.wave == 0 and #bucket.windows == 0 then bucket.ceiling = bucket.ceiling * 4 end
end

local reply = { peers = countPeers() }
reply.given, reply.wave = 0, bucket.wave
if want == 0 then return show(bucket, reply) end
roll()
losePatience()
local room, untilAt = admit(bucket, keep)
local given = math.min(want, math.ceil(room / countSharers()))
for index = 1, given do
  redis.call('ZADD', KEYS[2], now + leaseMs, name .. index)
end
if given > 0 then
  redis.call('PEXPIRE', KEYS[2], leaseMs + 60000)
  bucket.alone = redis.call('ZCARD', KEYS[2]) == 1
end

reply.given = given
bucket.waiting[peer] = nil
if given < want then
  if untilAt then
    reply.waitMs = untilAt - now
  elseif given < room then
    reply.againMs = 2
  else
    reply.againMs = math.max(1, againAt() - now)
    bucket.held = true
  end
  bucket.waiting[peer] = now + (reply.waitMs or reply.againMs) + 1000
end
write(bucket)
return show(bucket, reply)
`;
