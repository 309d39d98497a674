import { bucketLua } from './bucket-lua.ts';

/**
 * Learns what came of a call and ends its lease.
 *
 * @remarks ARGV: wake channel, lease, its epoch and wave, JSON of `reports`, `pauseMs` and `named`.
 */
export const reportScript: string = `${bucketLua}
local channel, lease, news = ARGV[1], ARGV[2], cjson.decode(ARGV[5])
local SHY, SHY_ANSWERS, FEW, EVIDENCE = 3, 32, 1 / 3, 4
local RESET_SLACK_MS, SAME_END_MS, UNSTATED_WINDOW_MS = 1000, 1250, 1000
local bucket = read()
-- A call that was sent before Redis forgot everything belongs to no wave that it knows of.
local wave = tonumber(ARGV[3]) == bucket.epoch and tonumber(ARGV[4]) or -1

local isLatest = bucket.alone and redis.call('ZCARD', KEYS[2]) == 1

local function close(window)
  if window.remaining == 0 and not window.resetAt then
    window.resetAt = now + (window.windowMs or UNSTATED_WINDOW_MS)
  end
end

local function costOf(known, report)
  if not known then return math.max(1, (report.limit or report.remaining) - report.remaining) end
  local drop = (known.remaining or report.remaining) - report.remaining
  return drop > 0 and math.max(1, known.cost + (drop - known.cost) / 8) or known.cost
end

local function earliestEnd(known, fresh)
  if not known.resetAt then return known.openedAt + RESET_SLACK_MS / 2 end
  return known.resetAt - math.max(SAME_END_MS, (fresh.windowMs or 0) / 2)
end

local function update(known, report)
  -- A window is at least as long as what is left of it.
  local leastMs = math.max(known and known.windowMs or 0, report.resetAfterMs or 0)
  local fresh = {
    policy = report.policy,
    remaining = report.remaining,
    limit = report.limit or (known and known.limit),
    windowMs = report.windowMs or (leastMs > 0 and leastMs or nil),
    resetAt = report.resetAfterMs and now + math.ceil(report.resetAfterMs),
    openedAt = now,
    cost = report.inUnits and costOf(known, report) or 1,
    calls = known and known.calls or {},
    distrust = known and known.distrust or 2,
    trustedFrom = known and known.trustedFrom or 0
  }
  if report.limit then fresh.spanMs = report.windowMs else fresh.spanMs = known and known.spanMs end
  if not known or not fresh.resetAt then return fresh end
  local trusted = isTrusted(known)
  if trusted and isLatest then return fresh end
  if not trusted and fresh.resetAt < earliestEnd(known, fresh) then return known end
  local latestOfSame = (known.resetAt or fresh.resetAt) + (trusted and 2 * RESET_SLACK_MS or SAME_END_MS)
  if fresh.resetAt > latestOfSame then return fresh end
  -- An answer that comes late, or out of order, never raises what remains within a window.
  fresh.remaining = math.min(known.remaining or report.remaining, report.remaining)
  fresh.resetAt = math.max(known.resetAt or 0, fresh.resetAt)
  fresh.openedAt = known.openedAt
  return fresh
end

local function suspectOthers(window, report)
  local spanMs = window.spanMs
  if not spanMs then return end
  local trusted, own = isTrusted(window), redis.call('ZCARD', KEYS[2])
  local begin = now + (report.resetAfterMs or 0) - spanMs - 2 * SLACK_MS
  for _, entry in ipairs(window.calls) do
    if entry.lastAt > begin then own = own + entry.count end
  end
  local isSurprise = news.pauseMs and trusted and report.remaining == 0
  if window.limit - report.remaining <= own and not isSurprise then return end
  if trusted then window.distrust = window.distrust * 2 end
  window.trustedFrom = now + window.distrust * spanMs
end

local function learn(report)
  local at = #bucket.windows + 1
  for index, window in ipairs(bucket.windows) do
    if window.policy == report.policy then at = index end
  end
  local window = update(bucket.windows[at], report)
  suspectOthers(window, report)
  close(window)
  bucket.windows[at] = window
end

local function spend()
  local learned = bucket.learned
  if learned then learned.remaining = math.max(0, learned.remaining - 1) end
  for _, window in ipairs(bucket.windows) do
    if window.remaining then window.remaining = math.max(0, window.remaining - window.cost) end
    close(window)
  end
end

local function learnFromRefusal(untilAt)
  local learned, answered = bucket.learned, bucket.answered
  if not learned and answered < (bucket.wave == 0 and EVIDENCE or 1) then return nil end
  local probing = learned and bucket.refusals > 0
  -- Refused after few calls, a window has not ended when it was thought to: the one before goes on.
  local goesOn = learned and answered < learned.limit * FEW
  local from = learned and learned.openedAt or bucket.countedFrom
  if goesOn then from = learned.openedAt - learned.windowMs end
  if probing then from = learned.refusedFrom end
  -- An earlier guess of the end is better than a new one, but not than what the server names.
  local resetAt = untilAt
  if learned and not news.named and not probing then resetAt = math.max(untilAt, learned.resetAt) end
  return {
    limit = (probing or goesOn) and learned.limit or answered,
    remaining = 0,
    windowMs = resetAt - from,
    openedAt = from,
    resetAt = resetAt,
    cleanRun = 0,
    refusedFrom = from,
    closedForMs = now - from,
    named = news.named or false
  }
end

local function refuse(untilAt)
  bucket.pausedUntil = math.max(bucket.pausedUntil, untilAt)
  for _, window in ipairs(bucket.windows) do
    -- Retry-After takes precedence over the reset of the window that it speaks of.
    if window.remaining == 0 then window.resetAt = math.min(window.resetAt or untilAt, untilAt) end
  end
  -- All calls of a wave are refused together: they are one piece of news, not many.
  if wave ~= bucket.wave then return end
  bucket.learned = #bucket.windows == 0 and learnFromRefusal(untilAt) or nil
  bucket.ceiling, bucket.wave, bucket.refusals = 1, wave + 1, bucket.refusals + 1
end

local function raise()
  if #bucket.windows > 0 then return UNLIMITED end
  if bucket.wave > 0 or bucket.ceiling < SHY then return bucket.ceiling + 1 end
  return bucket.answered < SHY_ANSWERS and bucket.ceiling or bucket.ceiling + 0.5
end

local function confirmReset(learned)
  local longest = learned.openedAt - learned.refusedFrom
  learned.windowMs = learned.named and longest or math.floor(learned.closedForMs * 0.6 + longest * 0.4)
  learned.resetAt = learned.openedAt + learned.windowMs
end

local function succeed()
  bucket.learnBy = nil
  if wave ~= bucket.wave then return end
  if bucket.learned and bucket.refusals > 0 then confirmReset(bucket.learned) end
  bucket.ceiling = raise()
  bucket.answered, bucket.refusals = bucket.answered + 1, 0
end

local roomBefore = admit(bucket, 0)
if news.reports and #news.reports > 0 then
  for _, report in ipairs(news.reports) do learn(report) end
  bucket.learned = nil
else
  spend()
end
for _, window in ipairs(bucket.windows) do addOwnCalls(window, 1, now) end
redis.call('ZREM', KEYS[2], lease)
if news.pauseMs then refuse(now + math.ceil(news.pauseMs)) elseif news.reports then succeed() end
if bucket.held or (roomBefore == 0 and admit(bucket, 0) > 0) then wake(bucket, channel) end
write(bucket)
return show(bucket, {})
`;
