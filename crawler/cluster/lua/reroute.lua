-- Pages go another way than before. ARGV: run, then a row and 'pending' or 'skipped' by turns. Gives how many do: not those
-- that are in work.
local moved = 0
for i = 2, #ARGV, 2 do
  local id, row = ARGV[i], row_of(ARGV[i])
  local waits = not redis.call('HGET', key('state'), id)
  if ARGV[i + 1] == 'pending' and not waits then
    redis.call('HSET', key('lists'), id, ARGV[1])
    queue_again(id, row, ARGV[1])
    moved = moved + 1
  elseif ARGV[i + 1] == 'skipped' and waits and redis.call('ZREM', key('queue:' .. row.host), id) == 1 then
    row.revisit = true
    save(id, row)
    change_state(id, 'skipped')
    redis.call('HINCRBY', key('tally:' .. ARGV[1]), row.site .. '\tskipped\tdenied', 1)
    redis.call('HSET', key('lists'), id, ARGV[1])
    offer(row.host)
    moved = moved + 1
  end
end
return moved
