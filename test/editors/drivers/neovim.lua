-- Does in Neovim what a user does, and writes what they would see as JSON. Run behind the documented set-up.
local plan = vim.fn.json_decode(table.concat(vim.fn.readfile(vim.env.AIMS_PLAN), '\n'))
local seen = {}

local function finish()
  vim.fn.writefile({ vim.fn.json_encode(seen) }, plan.result)
  vim.cmd('qall!')
end

local function wait(what, done)
  if vim.wait(plan.patience, done, 20) then return end
  seen.failed = 'no ' .. what
  finish()
end

local function at(place)
  vim.api.nvim_win_set_cursor(0, { place.line + 1, place.character })
end

local function diagnostics()
  return vim.diagnostic.get(0)
end

--- The window that `vim.lsp.buf.hover` opens.
local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(plan.file))
  wait('findings', function() return #diagnostics() > 0 end)
  -- Evidence is digested behind the first answer: what is shown settles.
  local shown, since = 0, vim.loop.now()
  wait('rest', function()
    if #diagnostics() ~= shown then shown, since = #diagnostics(), vim.loop.now() end
    return vim.loop.now() - since > 1000
  end)
  seen.findings = {}
  for _, each in ipairs(diagnostics()) do
    table.insert(seen.findings, {
      code = each.code or each.user_data.lsp.code,
      message = each.message,
      range = {
        start = { line = each.lnum, character = each.col },
        ['end'] = { line = each.end_lnum, character = each.end_col },
      },
    })
  end

  at(plan.hover)
  vim.lsp.buf.hover()
  wait('hover', function() return float() ~= nil end)
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false)
  seen.hover = table.concat(lines, '\n')
  vim.api.nvim_win_close(float(), true)

  at(plan.definition)
  vim.lsp.buf.definition()
  wait('definition', function()
    local cursor = vim.api.nvim_win_get_cursor(0)
    return vim.fn.expand('%:p') ~= plan.file or cursor[1] - 1 ~= plan.definition.line or cursor[2] ~= plan.definition.character
  end)
  local there = vim.api.nvim_win_get_cursor(0)
  seen.definition = { file = vim.fn.expand('%:p'), line = there[1] - 1, character = there[2] }
  vim.cmd('buffer ' .. vim.fn.fnameescape(plan.file))

  at(plan.completion)
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', vim.lsp.util.make_position_params(), plan.patience)
  seen.completion = {}
  for _, answer in pairs(answers or {}) do
    for _, item in ipairs(answer.result.items or answer.result) do table.insert(seen.completion, item.label) end
  end

  -- The menu of actions, and the user's choice in it.
  vim.ui.select = function(items, options, choose)
    seen.actions = {}
    for _, item in ipairs(items) do
      local title = options.format_item(item)
      table.insert(seen.actions, title)
      if title == plan.action.title then choose(item) end
    end
  end
  at(plan.action)
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  wait('edit by the action', function() return vim.api.nvim_buf_get_changedtick(0) ~= before end)
  seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
  wait('the finding to go', function()
    for _, each in ipairs(diagnostics()) do
      if each.message == plan.action.message then return false end
    end
    return true
  end)
end

local fine, why = pcall(run)
if not fine then seen.failed = tostring(why) end
finish()
