-- What the scripts of the Ardour test share. Values come in through the environment; results go out as lines on stdout.
local T = {}

function T.need (name)
  local value = os.getenv (name)
  assert (value and value ~= "", "the environment lacks " .. name)
  return value
end

T.folder = T.need ("GG_SESSION")
T.name = T.folder:match ("([^/]+)$")
T.uid = T.need ("GG_PLUGIN")
T.rate = tonumber (T.need ("GG_RATE"))
T.seconds = tonumber (T.need ("GG_SECONDS"))
T.frames = math.floor (T.seconds * T.rate)

-- An engine without a sound card, at the speed of real time.
function T.engine ()
  local backend = AudioEngine:set_backend ("None (Dummy)", "groove-guru-test", "")
  backend:set_device_name ("Silence")
  backend:set_driver ("Normal Speed")
  AudioEngine:set_buffer_size (256)
end

function T.load ()
  T.engine ()
  local session = assert (load_session (T.folder, T.name), "the session does not load")
  return session, session:route_by_name ("Guitar")
end

function T.save_and_close (session)
  session:save_state ("", false, false, false, false, false)
  close_session ()
  collectgarbage ()
end

-- One line a parameter: when, index, direction, value, label.
function T.print_parameters (processor, moment)
  local plugin = processor:to_plugininsert ():plugin (0)
  for index = 0, plugin:parameter_count () - 1 do
    local direction = plugin:parameter_is_output (index) and "out" or "in"
    local value = ARDOUR.LuaAPI.get_processor_param (processor, index, true)
    print (string.format ("PARAMETER %s %d %s %.6f %s", moment, index, direction, value, plugin:parameter_label (index)))
  end
end

return T
