-- A host is not asked any more in this run, by no worker. ARGV: host, why.
redis.call('HSET', key('left'), ARGV[1], ARGV[2])
offer(ARGV[1])
