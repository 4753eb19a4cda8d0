-- The host is not asked for a row any more; the row's lease goes on until its commit.
-- ARGV: row, token, host, seconds between requests in force, seconds until the next may leave.
if redis.call('HGET', key('tokens'), ARGV[1]) ~= ARGV[2] then return end
redis.call('HSET', key('delay'), ARGV[3], ARGV[4])
leave_alone(ARGV[3], ARGV[5])
redis.call('SREM', key('busy:' .. ARGV[3]), ARGV[1])
offer(ARGV[3])
