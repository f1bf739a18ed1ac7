using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.DemoSong;

/// <summary>The demo song as audio, with what is true about it.</summary>
/// <param name="Mix">The finished mix, stereo: the sum of the stems times the final gain, cut off at full scale.</param>
/// <param name="Stems">The parts before the final gain, stereo, by the names in <see cref="DemoSongParts"/>.</param>
/// <param name="FinalGainDb">The gain between the sum of the stems and the mix, dB.</param>
/// <param name="Truth">Tempo, key, beats, notes, form and the mistakes built in.</param>
public sealed record DemoSongRendering(
    AudioBuffer Mix,
    IReadOnlyDictionary<string, AudioBuffer> Stems,
    double FinalGainDb,
    DemoSongTruth Truth);
