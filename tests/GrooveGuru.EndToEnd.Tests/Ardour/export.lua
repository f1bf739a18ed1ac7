-- Exports the master bus faster than real time: once with the plugin on the track, once without it.
local T = dofile (os.getenv ("GG_SCRIPTS") .. "/common.lua")
local WAV_AT_SESSION_RATE = "75969a1c-3133-4694-864b-a1fa50e43348" -- the default preset is CD: 44.1 kHz, normalised

local function export (session, name)
  local exporter = session:simple_export ()
  exporter:set_preset (WAV_AT_SESSION_RATE)
  exporter:set_name (name)
  exporter:set_folder (T.folder .. "/export")
  exporter:set_range (0, T.frames)
  assert (exporter:check_outputs () and exporter:run_export (), "the export failed: " .. name)
end

local session, track = T.load ()
local processor = track:nth_plugin (0)
T.print_parameters (processor, "reloaded")
assert (ARDOUR.LuaAPI.set_processor_param (processor, 0, 0), "the bypass cannot be set")
T.print_parameters (processor, "capturing")
export (session, "with")
T.print_parameters (processor, "exported")
assert (0 == track:remove_processor (processor, nil, true), "the plugin cannot be removed")
processor = nil
collectgarbage ()
export (session, "without")
close_session ()
print ("DONE export")
quit ()
