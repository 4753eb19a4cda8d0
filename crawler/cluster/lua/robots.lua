-- The rules of an origin's robots.txt are these. ARGV: origin, host, digest, run. Where they were others, the host's pages
-- that they forbade wait again. Gives their number.
local old = redis.call('HGET', key('robots'), ARGV[1])
redis.call('HSET', key('robots'), ARGV[1], ARGV[3])
if not old or old == ARGV[3] then return 0 end
local forbidden = redis.call('SMEMBERS', key('forbidden:' .. ARGV[2]))
for _, id in ipairs(forbidden) do queue_again(id, row_of(id), ARGV[4]) end
return #forbidden
