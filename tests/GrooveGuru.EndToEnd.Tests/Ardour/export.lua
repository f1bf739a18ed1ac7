-- Exports the master bus faster than real time: once with the plugin on the track, once without it.
local T = dofile (os.getenv ("GG_SCRIPTS") .. "/common.lua")
local AS_IT_IS = "0d7c1c5e-52f1-4f0c-9a63-6b1f0d3e8a41" -- float.preset: Ardour's own presets dither, resample or normalise

local function export (session, name)
  local exporter = session:simple_export ()
  exporter:set_preset (AS_IT_IS)
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
