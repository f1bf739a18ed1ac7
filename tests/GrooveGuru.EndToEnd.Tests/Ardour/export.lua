-- Exports the master bus faster than real time, with the plugin on the track or without it. One export a process, which ends as soon
-- as the file is written: Ardour 7.3 without a window often aborts with a corrupt heap around exports, in sessions without any plugin
-- too (5 of 8 tried). Whether our plugin adds to that is not known.
local T = dofile (os.getenv ("GG_SCRIPTS") .. "/common.lua")
local AS_IT_IS = "0d7c1c5e-52f1-4f0c-9a63-6b1f0d3e8a41" -- float.preset: Ardour's own presets dither, resample or normalise

local name = T.need ("GG_EXPORT")
local session, track = T.load ()
local processor = track:nth_plugin (0)
T.print_parameters (processor, "reloaded")
if name == "with" then
  assert (ARDOUR.LuaAPI.set_processor_param (processor, 0, 0), "the bypass cannot be set")
  T.print_parameters (processor, "capturing")
else
  assert (0 == track:remove_processor (processor, nil, true), "the plugin cannot be removed")
end

local exporter = session:simple_export ()
exporter:set_preset (AS_IT_IS)
exporter:set_name (name)
exporter:set_folder (T.folder .. "/export")
exporter:set_range (0, T.frames)
assert (exporter:check_outputs () and exporter:run_export (), "the export failed: " .. name)
if name == "with" then T.print_parameters (processor, "exported") end
print ("DONE export")
io.stdout:flush ()
os.exit (0)
