-- A worker ends. ARGV: run, reason, the tally's words for a failed page, its stage, a page whose host was left; and the
-- reason that stands for enough articles. The run is over then, and when nothing is left to do but the pages of hosts
-- that were left: they are counted, once.
local run = key('run:' .. ARGV[1])
local pending = tonumber(redis.call('HGET', key('states'), 'pending') or 0)
local left = redis.call('HGETALL', key('left'))
for i = 1, #left, 2 do pending = pending - redis.call('ZCARD', key('queue:' .. left[i])) end

redis.call('HSET', run, 'reason', ARGV[2], 'ended', string.format('%.6f', now))
local over = ARGV[2] == ARGV[6] or (ARGV[2] == 'finished' and pending <= 0)
if not over or redis.call('HGET', run, 'over') == '1' then return end
redis.call('HSET', run, 'over', 1)
local tally = key('tally:' .. ARGV[1])
for i = 1, #left, 2 do
  for _, id in ipairs(redis.call('ZRANGE', key('queue:' .. left[i]), 0, -1)) do
    local site = row_of(id).site
    redis.call('HINCRBY', tally, site .. '\t' .. ARGV[3] .. '\t' .. ARGV[4], 1)
    redis.call('HINCRBY', tally, site .. '\t' .. ARGV[5] .. '\t' .. left[i] .. ' ' .. left[i + 1], 1)
  end
end
