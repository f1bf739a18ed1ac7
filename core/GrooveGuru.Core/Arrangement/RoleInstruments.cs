using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Core.Arrangement;

/// <summary>How a track is named and which General MIDI instrument plays it, by what it is.</summary>
/// <remarks>General MIDI System Level 1, programs counted from 0.</remarks>
public static class RoleInstruments
{
    private const int Piano = 0, SteelGuitar = 25, FingerBass = 33, VoiceOohs = 53, SquareLead = 80, NewAgePad = 88;

    /// <summary>The program.</summary>
    /// <param name="role">What the recording is.</param>
    /// <param name="mode">How the notes were looked for.</param>
    /// <returns>0 to 127; null for drums, which have a channel of their own, and where the role is not known.</returns>
    public static int? Program(TrackRole role, TranscriptionMode mode) => mode == TranscriptionMode.Drums ? null : role switch
    {
        TrackRole.Bass => FingerBass,
        TrackRole.Vocal => VoiceOohs,
        TrackRole.Keys => Piano,
        TrackRole.Guitar => SteelGuitar,
        TrackRole.Pad => NewAgePad,
        TrackRole.Lead => SquareLead,
        TrackRole.FullMix => mode == TranscriptionMode.Mono ? SquareLead : Piano,
        _ => null,
    };

    /// <summary>The name of the track.</summary>
    /// <param name="role">What the recording is.</param>
    /// <param name="mode">How the notes were looked for.</param>
    public static string Name(TrackRole role, TranscriptionMode mode) => mode == TranscriptionMode.Drums ? "Drums" : role switch
    {
        TrackRole.Bass => "Bass",
        TrackRole.Vocal => "Vocal",
        TrackRole.Keys => "Keys",
        TrackRole.Guitar => "Guitar",
        TrackRole.Pad => "Pad",
        TrackRole.Lead => "Lead",
        _ => mode == TranscriptionMode.Mono ? "Melody" : "Notes",
    };
}
