using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Arrangement;

/// <summary>Notes of a recording as a song.</summary>
/// <param name="Song">The song; its first bar line is at 0.</param>
/// <param name="StartSeconds">The time in the recording at which the song's tick 0 lies, s; negative where it begins before the recording.</param>
/// <param name="Remarks">What the user should know about it, sentences.</param>
public sealed record ArrangedSong(MidiSong Song, double StartSeconds, IReadOnlyList<string> Remarks);
