-- A worker ends, or begins and finds what its last life held. ARGV: start of its tokens, then rows it died with.
local died = {}
for i = 2, #ARGV do died[ARGV[i]] = 1 end
local tokens = redis.call('HGETALL', key('tokens'))
for i = 1, #tokens, 2 do
  if tokens[i + 1]:sub(1, #ARGV[1]) == ARGV[1] then give_back(tokens[i], died[tokens[i]] or 0) end
end
