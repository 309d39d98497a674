/**
 * What every script begins with: the bucket as `policy/bucket.ts` has it, kept by Redis.
 *
 * @remarks KEYS 1 is the bucket (JSON), 2 the leases (a sorted set: score is the end of the lease), 3
 * the peers (a sorted set: score is when each was last seen). All instants are the server's own, so
 * that the clocks of the processes need not agree; what goes in and out are spans.
 *
 * Functions have the names that they have in `policy/`, where their reasons are given.
 */
export const bucketLua = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local UNLIMITED = 1e9
local IDLE_MS = 600000
local ENTRIES, SLACK_MS, COUNTED_MS = 100, 1000, 1500

local function write(bucket)
  local last = bucket.pausedUntil
  for _, window in ipairs(bucket.windows) do
    last = math.max(last, window.resetAt or 0)
  end
  redis.call('SET', KEYS[1], cjson.encode(bucket), 'PX', math.max(last - now, 0) + IDLE_MS)
end

local function isTrusted(window)
  return window.spanMs and now >= window.trustedFrom
end

local function addOwnCalls(window, count, at)
  local calls, spanMs = window.calls, window.spanMs
  if not spanMs then return end
  while calls[1] and calls[1].lastAt <= now - spanMs - 2 * SLACK_MS do table.remove(calls, 1) end
  local index = #calls
  while index > 0 and calls[index].lastAt > at do index = index - 1 end
  local last = calls[index]
  if last and at - last.firstAt < math.max(spanMs / ENTRIES, 1) then
    last.lastAt, last.count = at, last.count + count
  else
    table.insert(calls, index + 1, { firstAt = at, lastAt = at, count = count })
  end
end

local function read()
  local lost = redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
  local text = redis.call('GET', KEYS[1])
  local bucket = text and cjson.decode(text) or {
    epoch = now, windows = {}, waiting = {}, countedFrom = 0, answered = 0,
    ceiling = 1, pausedUntil = 0, wave = 0, refusals = 0
  }
  -- The calls of a process that ended were sent, and counted, soon after they had their leases.
  if lost > 0 then
    for _, window in ipairs(bucket.windows) do addOwnCalls(window, lost, now - COUNTED_MS) end
    write(bucket)
  end
  return bucket
end

local function freeIn(window, keep)
  if not window.remaining then return 1 end
  local kept = window.resetAt and math.min(keep, (window.limit or UNLIMITED) - 1) or 0
  return math.max(0, math.floor(window.remaining / window.cost + 0.5) - kept)
end

local function roomByOwnCalls(window, inFlight, keep)
  local calls, spanMs, free, opensAt = window.calls, window.spanMs, window.limit, nil
  free = free - math.min(keep, free - 1)
  for index = #calls, 1, -1 do
    local leavesAt = calls[index].lastAt + spanMs
    if leavesAt <= now then break end
    if free > inFlight and free - calls[index].count <= inFlight then opensAt = leavesAt end
    free = free - calls[index].count
  end
  return free, opensAt
end

local function roomIn(window, inFlight, keep)
  local told = freeIn(window, keep)
  local resetAt = told == 0 and window.resetAt or nil
  if not isTrusted(window) then return told, resetAt end
  -- That a window has ended is a guess until an answer confirms it: one call finds out.
  local sure = window.resetAt and told or math.min(1, told)
  local free, opensAt = roomByOwnCalls(window, inFlight, keep)
  if resetAt then opensAt = math.min(resetAt, opensAt or resetAt) end
  return math.max(sure, free), opensAt
end

-- How many calls may be sent now, those under way aside, and when time alone makes room if none may.
local function admit(bucket, keep)
  local room, untilAt = bucket.ceiling, bucket.pausedUntil
  local inFlight = redis.call('ZCARD', KEYS[2])
  for _, window in ipairs(bucket.windows) do
    local free, opensAt = roomIn(window, inFlight, keep)
    room = math.min(room, free)
    if free <= inFlight then untilAt = math.max(untilAt, opensAt or 0) end
  end
  local learned = bucket.learned
  if learned then
    room = math.min(room, math.ceil(learned.remaining / (learned.cleanRun > 0 and 2 or 8)))
    if learned.remaining == 0 then untilAt = math.max(untilAt, learned.resetAt) end
  end
  if untilAt > now then return 0, untilAt end
  return math.max(0, math.ceil(room) - inFlight)
end

local function wake(bucket, channel)
  bucket.held = nil
  redis.call('PUBLISH', channel, 'go')
end

local function showWindow(window)
  return {
    policy = window.policy or 'learned',
    remaining = window.remaining,
    limit = window.limit and math.floor(window.limit),
    windowMs = window.windowMs,
    resetAfterMs = window.resetAt and math.max(0, window.resetAt - now)
  }
end

local function show(bucket, reply)
  reply.windows = {}
  for index, window in ipairs(bucket.windows) do reply.windows[index] = showWindow(window) end
  if bucket.learned then table.insert(reply.windows, showWindow(bucket.learned)) end
  reply.epoch = bucket.epoch
  reply.inFlight = redis.call('ZCARD', KEYS[2])
  reply.pausedForMs = math.max(0, bucket.pausedUntil - now)
  reply.refusals = bucket.refusals
  return cjson.encode(reply)
end
`;
