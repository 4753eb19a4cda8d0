-- A worker ends, or its next life finds what it held. ARGV: start of its tokens, deaths (0 or 1), rows.
for i = 3, #ARGV do
  local token = redis.call('HGET', key('tokens'), ARGV[i])
  if token and token:sub(1, #ARGV[1]) == ARGV[1] then give_back(ARGV[i], tonumber(ARGV[2])) end
end
