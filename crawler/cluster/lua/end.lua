-- A worker ends. ARGV: run, reason. The run is over when nothing is left to do.
local over = ARGV[2] == 'finished' and tonumber(redis.call('HGET', key('states'), 'pending') or 0) == 0
redis.call('HSET', key('run:' .. ARGV[1]), 'reason', ARGV[2], 'ended', string.format('%.6f', now))
if over then redis.call('HSET', key('run:' .. ARGV[1]), 'over', 1) end
