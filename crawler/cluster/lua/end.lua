-- A worker ends. ARGV: run, reason, the tally's words for a failed page, its stage, a page whose host was left; and the
-- reason that stands for enough articles. The run is over then, and when nothing is left to do but the pages of hosts
-- that were left: they are counted, once.
local run = key('run:' .. ARGV[1])
redis.call('HSET', run, 'reason', ARGV[2], 'ended', string.format('%.6f', now))
local over = ARGV[2] == ARGV[6] or (ARGV[2] == 'finished' and to_do() <= 0)
if not over or redis.call('HGET', run, 'over') == '1' then return end
redis.call('HSET', run, 'over', 1)

local function count(ids)
  for _, id in ipairs(ids) do
    local row, tally = row_of(id), key('tally:' .. ARGV[1])
    local why = row.host .. ' ' .. redis.call('HGET', key('left'), row.host)
    redis.call('HINCRBY', tally, row.site .. '\t' .. ARGV[3] .. '\t' .. ARGV[4], 1)
    redis.call('HINCRBY', tally, row.site .. '\t' .. ARGV[5] .. '\t' .. why, 1)
  end
end
count(suspects(true))
for _, host in ipairs(redis.call('HKEYS', key('left'))) do count(redis.call('ZRANGE', key('queue:' .. host), 0, -1)) end
