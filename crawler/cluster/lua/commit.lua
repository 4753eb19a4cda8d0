-- Make a group count, whose lines are on the worker's disk already: all of it, or nothing. ARGV: the group, as JSON.
-- Gives 'done'; or what is in the way, and the worker cuts its lines off and tries without: 'fenced' and the rows whose
-- lease was lost, 'moved' when another commit changed what this one was based on, 'files' when the committed lengths
-- are not those the worker appended to (Redis went back to an earlier state).
local group = cjson.decode(ARGV[1])
local files = key('files:' .. group.worker)
local last = key('commit:' .. group.worker)

if redis.call('GET', last) == group.commit then return {'done'} end  -- only the answer got lost

local fenced = {'fenced'}
for id, token in pairs(group.tokens) do
  if redis.call('HGET', key('tokens'), id) ~= token then fenced[#fenced + 1] = id end
end
if #fenced > 1 then return fenced end

local number = 0
for name, length in pairs(group.before) do
  number = number + 1
  if tonumber(redis.call('HGET', files, name)) ~= length then return {'files'} end
end
if redis.call('HLEN', files) ~= number then return {'files'} end

local function owner_of(fingerprint)
  return redis.call('HGET', key('seen'), fingerprint) or redis.call('HGET', key('alias'), fingerprint) or ''
end
for _, owner in ipairs(group.owners) do
  local id = owner_of(owner.fingerprint)
  local duplicate = redis.call('HGET', key('state'), id) == 'duplicate'
  if id ~= owner.id or duplicate ~= owner.duplicate then return {'moved'} end
end

for _, row in ipairs(group.rows) do
  redis.call('HSET', key('rows'), row.id, row.json)
  end_lease(row.id, row.host)
  if row.state == 'pending' then
    enqueue(row.id, row)
  else
    change_state(row.id, row.state)
    redis.call('ZREM', key('due'), row.id)
    if row.due ~= cjson.null then redis.call('ZADD', key('due'), row.due, row.id) end
    if row.state == 'article' then redis.call('HSET', key('good'), row.host, row.url) end
    redis.call('HDEL', key('lists'), row.id)
    if row.revisit then redis.call('HSET', key('lists'), row.id, group.run) end
  end
  offer(row.host)
end
for _, alias in ipairs(group.aliases) do redis.call('HSETNX', key('alias'), alias[1], alias[2]) end
for _, twin in ipairs(group.twins) do redis.call('HSETNX', key('twin'), twin[1], twin[2]) end
for _, form in ipairs(group.forms) do redis.call('HINCRBY', key('forms:' .. form[1]), form[2], form[3]) end
for what, count in pairs(group.tally) do redis.call('HINCRBY', key('tally:' .. group.run), what, count) end
for name, length in pairs(group.after) do redis.call('HSET', files, name, length) end
redis.call('SET', last, group.commit)

local function insert(link)
  local id, row = link.id, link.row
  while redis.call('HEXISTS', key('rows'), id) == 1 do id = string.format('%.0f', id + 1) end
  row.seq = redis.call('HINCRBY', key('job'), 'seq', 1)
  if row.fingerprint ~= cjson.null then redis.call('HSET', key('seen'), row.fingerprint, id) end
  row.asked = now
  save(id, row)
  redis.call('HINCRBY', key('states'), 'pending', 1)
  enqueue(id, row)
  offer(row.host)
  if link.start then redis.call('HSET', key('starts'), id, group.run) end
end

-- A page that changed after it was asked for last, as a sitemap says.
local function outdated(id, new)
  local row = new.changed > 0 and redis.call('HGET', key('state'), id) and row_of(id)
  if not row or new.changed <= row.asked then return false end
  row.url, row.priority, row.request = new.url, new.priority, new.request
  queue_again(id, row, group.run)
  return true
end

local function revisit(id, new)
  local last_run = redis.call('HGET', key('lists'), id)
  if last_run and tonumber(last_run) < group.run then
    local row = row_of(id)
    row.url, row.priority, row.request = new.url, new.priority, new.request
    queue_again(id, row, group.run)
    return true
  end
  return outdated(id, new)
end

-- A page to start from is asked once in each run, whatever it gave.
local function start(id, new)
  if tonumber(redis.call('HGET', key('starts'), id)) == group.run then return false end
  redis.call('HSET', key('starts'), id, group.run)
  if not redis.call('HGET', key('state'), id) then return false end
  local row = row_of(id)
  row.url, row.priority, row.request = new.url, new.priority, new.request
  queue_again(id, row, group.run)
  return true
end

local added = {'done'}
for index, link in ipairs(group.links) do
  local fingerprint = link.row.fingerprint
  local known = fingerprint ~= cjson.null and redis.call('HGET', key('seen'), fingerprint)
  local new
  if known and link.start then
    new = start(known, link.row)
  elseif not link.start and fingerprint ~= cjson.null and redis.call('HEXISTS', key('alias'), fingerprint) == 1 then
    new = false
  elseif known then
    new = revisit(known, link.row)
  else
    insert(link)
    new = true
    if link.by ~= '' then
      redis.call('HINCRBY', key('forms:' .. link.by:match('^[^/]*')), link.by .. '\tnew', 1)
    end
  end
  if new then added[#added + 1] = index end
end
return added
