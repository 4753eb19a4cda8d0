-- Queue pages whose time has come, some at a time: a script stops the whole of Redis. ARGV: run, seconds after which a
-- page is due at the latest: what is due later, is so by a clock that was wrong. Gives their number.
local started = redis.call('HGET', key('run:' .. ARGV[1]), 'started')
local function queue_due(from, to)
  local ids = redis.call('ZRANGEBYSCORE', key('due'), from, to, 'LIMIT', 0, 500)
  for _, id in ipairs(ids) do queue_again(id, row_of(id), ARGV[1]) end
  return #ids
end
return queue_due('-inf', started) + queue_due('(' .. (started + ARGV[2]), '+inf')
