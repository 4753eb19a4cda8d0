-- Lease the next row. ARGV: token (WORKER:unique), seconds of the lease, seconds between requests to a host that nobody asked yet.
-- Gives {row, JSON}, or {'', seconds until it is worth asking again}; seconds are '' when the job is done. A third value where
-- every row that is left is in work, or waits for that.
local worker = ARGV[1]:match('^(.*):')
local last = redis.call('HGET', key('taken'), worker)
if last and redis.call('HGET', key('tokens'), last) == ARGV[1] then  -- only the answer got lost
  return {last, redis.call('HGET', key('rows'), last)}
end

for _, id in ipairs(redis.call('ZRANGEBYSCORE', key('leases'), '-inf', now, 'LIMIT', 0, 100)) do
  give_back(id, 1)
end

local function lease(id)
  redis.call('ZADD', key('leases'), now + ARGV[2], id)
  redis.call('HSET', key('tokens'), id, ARGV[1])
  redis.call('HSET', key('taken'), worker, id)
  local json = redis.call('HGET', key('rows'), id)
  local host = cjson.decode(json).host
  redis.call('SADD', key('busy:' .. host), id)
  leave_alone(host, redis.call('HGET', key('delay'), host) or ARGV[3])
  offer(host)
  return {id, json}
end

local host = redis.call('ZRANGE', key('hosts'), 0, 0, 'WITHSCORES')
if host[1] and tonumber(host[2]) <= now then
  return lease(redis.call('ZPOPMIN', key('queue:' .. host[1]))[1])
end
if host[1] then return {'', tostring(host[2] - now)} end
local waiting = suspects(false)
local in_work = redis.call('ZCARD', key('leases'))
if in_work > 0 then return {'', '1', to_do() <= in_work + #waiting and 'in work' or nil} end
if not waiting[1] then return {'', ''} end
redis.call('ZREM', key('suspects'), waiting[1])
return lease(waiting[1])
