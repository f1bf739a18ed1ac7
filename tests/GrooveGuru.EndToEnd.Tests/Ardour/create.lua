-- Makes a session with one stereo track that carries the plugin in front of the fader.
local T = dofile (os.getenv ("GG_SCRIPTS") .. "/common.lua")
T.engine ()
local session = assert (create_session (T.folder, T.name, T.rate), "the session is not made")
local order = ARDOUR.PresentationInfo.max_order
local track = session:new_audio_track (2, 2, nil, 1, "Guitar", order, ARDOUR.TrackMode.Normal, true):front ()
local processor = ARDOUR.LuaAPI.new_plugin (session, T.uid, ARDOUR.PluginType.VST3, "")
assert (not processor:isnil (), "Ardour does not find or load the plugin")
assert (0 == track:add_processor_by_index (processor, 0, nil, true), "the plugin refuses the track")
T.print_parameters (processor, "inserted")
T.save_and_close (session)
print ("DONE create")
quit ()
