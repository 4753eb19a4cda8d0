-- Go on with the run under way, else begin one. ARGV: id of the job if it is new, requests to a host at a time.
-- Gives the job's id and the run.
redis.call('HSETNX', key('job'), 'id', ARGV[1])
redis.call('HSET', key('job'), 'limit', ARGV[2])
local run = redis.call('HGET', key('job'), 'run')
if not run or redis.call('HGET', key('run:' .. run), 'over') == '1' then
  run = redis.call('HINCRBY', key('job'), 'run', 1)
  redis.call('HSET', key('run:' .. run), 'started', string.format('%.6f', now), 'over', 0)
  local left = redis.call('HKEYS', key('left'))
  redis.call('DEL', key('left'))
  for _, host in ipairs(left) do offer(host) end
end
return {redis.call('HGET', key('job'), 'id'), tonumber(run)}
