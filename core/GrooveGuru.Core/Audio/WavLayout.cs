namespace GrooveGuru.Core.Audio;

/// <summary>Where the samples of a WAV file lie and what they are.</summary>
/// <param name="Encoding">Sample encoding; null where it is one that only libsndfile knows (ADPCM, A-law).</param>
/// <param name="SampleRateHz">Sample rate in Hz.</param>
/// <param name="ChannelCount">Channels.</param>
/// <param name="BytesPerFrame">Bytes of one interleaved frame.</param>
/// <param name="DataOffsetBytes">Position of the first sample in the file.</param>
/// <param name="DataBytes">Bytes of whole frames that are really there.</param>
/// <param name="Warning">What is wrong although it can be read, one sentence; null where nothing is.</param>
internal sealed record WavLayout(
    WavSampleEncoding? Encoding,
    int SampleRateHz,
    int ChannelCount,
    int BytesPerFrame,
    long DataOffsetBytes,
    long DataBytes,
    string? Warning)
{
    /// <summary>Whole frames that are really there.</summary>
    public long FrameCount => DataBytes / BytesPerFrame;
}
