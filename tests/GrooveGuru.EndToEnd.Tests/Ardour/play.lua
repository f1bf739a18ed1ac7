-- Plays the session once in real time, then waits some seconds with the transport stopped; prints the parameters all along.
local T = dofile (os.getenv ("GG_SCRIPTS") .. "/common.lua")
local session, track = T.load ()
local processor = track:nth_plugin (0)
assert (not processor:isnil (), "the plugin is gone after loading")
T.print_parameters (processor, "loaded")
-- The plugin finds its bridge while the transport still stands.
for _ = 1, 4 * tonumber (T.need ("GG_WAIT_BEFORE")) do
  sleep (0.25)
  T.print_parameters (processor, "waiting")
end
session:request_locate (0, false, ARDOUR.LocateTransportDisposition.MustStop, ARDOUR.TransportRequestSource.TRS_UI)
sleep (0.3)
session:request_roll (ARDOUR.TransportRequestSource.TRS_UI)
local last = -1
while session:transport_sample () < T.frames and session:transport_sample () ~= last do
  last = session:transport_sample ()
  sleep (0.5)
  local peak = track:peak_meter ():meter_level (0, ARDOUR.MeterType.MeterPeak)
  print (string.format ("ROLL %d %.2f", session:transport_sample (), peak))
  T.print_parameters (processor, "rolling")
end
session:request_stop (false, false, ARDOUR.TransportRequestSource.TRS_UI)
for _ = 1, 2 * tonumber (T.need ("GG_WAIT_AFTER")) do
  sleep (0.5)
  T.print_parameters (processor, "stopped")
end
-- Saved with the bypass on, so that the next load shows whether the state came back.
assert (ARDOUR.LuaAPI.set_processor_param (processor, 0, 1), "the bypass cannot be set")
T.print_parameters (processor, "bypassed")
T.save_and_close (session)
print ("DONE play")
quit ()
