-- Stands before every script. A script runs alone in Redis, so each is one transaction.
--
-- Keys, all below KEYS[1]:
--   job           hash    id, run, limit (requests to a host at a time), seq (of the last row)
--   rows          hash    row -> JSON; only whoever holds the row's lease changes it
--   state         hash    row -> what became of it; none while it is pending
--   states        hash    state -> number of rows
--   seen, alias   hash    fingerprint -> row
--   twin          hash    fingerprint -> row whose article may be found under it, too
--   forms:HOST    hash    form and what -> count of its pages
--   lists         hash    row -> the last run it was queued in; rows that are fetched again in each run that finds them
--   routes        hash    site -> which URLs are followed and cleaned, as it was said last
--   starts        hash    row -> the last run it was started from in
--   good          hash    host -> the page that became an article last
--   due           zset    row -> when to look again
--   queue:HOST    zset    rows that wait
--   hosts         zset    hosts that may be asked -> from when on
--   busy:HOST     set     rows the host is being asked for
--   left          hash    host that is not asked in this run -> why
--   robots        hash    origin -> digest of the rules of its robots.txt
--   forbidden:HOST set    rows that they forbid
--   next, delay   hash    host -> when it may be asked next; seconds between requests
--   leases        zset    rows in work -> until when their worker holds them
--   tokens        hash    row -> who holds it
--   taken         hash    worker -> the row it was given last
--   suspects      zset    rows that were in work whenever a worker died
--   files:WORKER  hash    output file -> committed length
--   commit:WORKER string  the worker's last commit
--   run:N, tally:N hash
--
-- The clock is Redis's own: the machines' clocks need not agree.

local PREFIX = KEYS[1]
local SUSPECT = 3  -- deaths; then the row waits until all else is done
local time = redis.call('TIME')
local now = time[1] + time[2] / 1e6

local function key(name) return PREFIX .. name end

local function row_of(id) return cjson.decode(redis.call('HGET', key('rows'), id)) end

local function save(id, row) redis.call('HSET', key('rows'), id, cjson.encode(row)) end

local function is_left(host) return redis.call('HEXISTS', key('left'), host) == 1 end

-- Have the host among those that may be asked if something waits and not too many requests are under way.
local function offer(host)
  local limit = tonumber(redis.call('HGET', key('job'), 'limit'))
  if not is_left(host) and redis.call('ZCARD', key('queue:' .. host)) > 0 and redis.call('SCARD', key('busy:' .. host)) < limit then
    redis.call('ZADD', key('hosts'), redis.call('HGET', key('next'), host) or 0, host)
  else
    redis.call('ZREM', key('hosts'), host)
  end
end

-- Rows that waited until all else was done: those whose hosts were left, or those whose hosts may be asked.
local function suspects(left)
  local found = {}
  for _, id in ipairs(redis.call('ZRANGE', key('suspects'), 0, -1)) do
    if is_left(row_of(id).host) == left then found[#found + 1] = id end
  end
  return found
end

-- How many rows are to be done in this run: not those that wait at hosts that were left.
local function to_do()
  local rows = tonumber(redis.call('HGET', key('states'), 'pending') or 0) - #suspects(true)
  for _, host in ipairs(redis.call('HKEYS', key('left'))) do rows = rows - redis.call('ZCARD', key('queue:' .. host)) end
  return rows
end

local function leave_alone(host, seconds)
  local already = tonumber(redis.call('HGET', key('next'), host) or 0)
  redis.call('HSET', key('next'), host, string.format('%.6f', math.max(already, now + seconds)))
end

-- Doubles are exact to 2^53: room for 2^33 rows and priorities to a million either way.
local function enqueue(id, row)
  if row.deaths >= SUSPECT then
    redis.call('ZADD', key('suspects'), row.seq, id)
  else
    redis.call('ZADD', key('queue:' .. row.host), string.format('%.0f', row.seq - row.priority * 2 ^ 33), id)
  end
end

local function change_state(id, state)
  local old = redis.call('HGET', key('state'), id) or 'pending'
  redis.call('HINCRBY', key('states'), old, -1)
  redis.call('HINCRBY', key('states'), state, 1)
  if state == 'forbidden' or old == 'forbidden' then
    redis.call(state == 'forbidden' and 'SADD' or 'SREM', key('forbidden:' .. row_of(id).host), id)
  end
  if state == 'pending' then
    redis.call('HDEL', key('state'), id)
  else
    redis.call('HSET', key('state'), id, state)
  end
end

local function end_lease(id, host)
  redis.call('ZREM', key('leases'), id)
  redis.call('HDEL', key('tokens'), id)
  redis.call('SREM', key('busy:' .. host), id)
end

-- The row waits again; `deaths` of a worker that held it.
local function give_back(id, deaths)
  local row = row_of(id)
  row.deaths = row.deaths + deaths
  save(id, row)
  end_lease(id, row.host)
  enqueue(id, row)
  offer(row.host)
end

-- A row of an earlier run is queued in this one.
local function queue_again(id, row, run)
  row.attempts, row.deaths, row.due, row.asked = 0, 0, cjson.null, now
  save(id, row)
  change_state(id, 'pending')
  redis.call('ZREM', key('due'), id)
  if redis.call('HEXISTS', key('lists'), id) == 1 then redis.call('HSET', key('lists'), id, run) end
  enqueue(id, row)
  offer(row.host)
end
