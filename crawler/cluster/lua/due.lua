-- Queue pages whose time has come, some at a time: a script stops the whole of Redis. ARGV: run. Gives their number.
local started = redis.call('HGET', key('run:' .. ARGV[1]), 'started')
local ids = redis.call('ZRANGEBYSCORE', key('due'), '-inf', started, 'LIMIT', 0, 500)
for _, id in ipairs(ids) do queue_again(id, row_of(id), ARGV[1]) end
return #ids
