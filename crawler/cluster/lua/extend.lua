-- The worker lives: its leases hold on. A lease that somebody else has taken up is left alone.
-- ARGV: seconds of the lease, then row and token in turn.
for i = 2, #ARGV, 2 do
  if redis.call('HGET', key('tokens'), ARGV[i]) == ARGV[i + 1] then
    redis.call('ZADD', key('leases'), 'XX', now + ARGV[1], ARGV[i])
  end
end
