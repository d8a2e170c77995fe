-- Drives Neovim's built-in client: `nvim --headless -u NONE -S nvim.lua`, with
-- SERVER and FOLDER in the environment. The exit code is 1 if what it waits for
-- does not come, and 2 if it does not end by itself.
vim.defer_fn(function()
  vim.cmd("cquit 2")
end, 120000)

local server = vim.env.SERVER
local folder = vim.env.FOLDER

local function say(text)
  io.stdout:write(text .. "\n")
end

-- Waits until the buffer's diagnostics satisfy `fits`.
local function wait(buffer, what, fits)
  local done = vim.wait(60000, function()
    return fits(vim.diagnostic.get(buffer))
  end, 50)
  if not done then
    say("no " .. what .. "; there are " .. vim.inspect(vim.diagnostic.get(buffer)))
    vim.cmd("cquit 1")
  end
end

local function has(code)
  return function(diagnostics)
    for _, d in ipairs(diagnostics) do
      if d.user_data.lsp.code == code then
        return true
      end
    end
    return false
  end
end

local function hasError(diagnostics)
  for _, d in ipairs(diagnostics) do
    if d.severity == vim.diagnostic.severity.ERROR then
      return true
    end
  end
  return false
end

local client = vim.lsp.start_client({
  cmd = { server, "--background-index=0", "--log=error" },
  root_dir = folder,
})

local function open(name)
  vim.cmd("edit " .. folder .. "/" .. name)
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, client)
  return buffer
end

local first = open("login.c")
wait(first, "report", has("secret-elidable-zeroization"))
for _, d in ipairs(vim.diagnostic.get(first)) do
  say(string.format("%d:%d-%d:%d %s", d.lnum + 1, d.col + 1, d.end_lnum + 1, d.end_col + 1, d.message))
end

-- Half-typed code: errors, and no crash.
vim.api.nvim_buf_set_lines(first, -1, -1, false, { "int half(void) { if (" })
wait(first, "error", hasError)
say("broken code has errors")
vim.api.nvim_buf_set_lines(first, -2, -1, false, {})
wait(first, "report after the repair", function(diagnostics)
  return not hasError(diagnostics) and has("secret-elidable-zeroization")(diagnostics)
end)

-- Several files at once.
local second = open("other.c")
wait(second, "report in the second file", has("secret-missing-zeroization"))
say("second file reported")

-- A quick fix, applied as an editor does, clears the report.
local d = vim.diagnostic.get(first)[1]
local report = {
  range = {
    start = { line = d.lnum, character = d.col },
    ["end"] = { line = d.end_lnum, character = d.end_col },
  },
  code = d.user_data.lsp.code,
  source = d.source,
  severity = d.severity,
  message = d.message,
}
local answer = vim.lsp.buf_request_sync(first, "textDocument/codeAction", {
  textDocument = { uri = vim.uri_from_bufnr(first) },
  range = report.range,
  context = { diagnostics = { report } },
}, 60000)
for _, action in ipairs(answer[client].result or {}) do
  if action.kind == "quickfix" then
    say("fix: " .. action.title)
    vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
    break
  end
end
wait(first, "end of the report", function(diagnostics)
  return #diagnostics == 0
end)
say("fixed: " .. table.concat(vim.api.nvim_buf_get_lines(first, 8, 9, false)))
vim.cmd("qall!")
