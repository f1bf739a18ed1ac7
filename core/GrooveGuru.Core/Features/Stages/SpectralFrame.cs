namespace GrooveGuru.Core.Features.Stages;

/// <summary>One frame of the mono mix at the analysis rate, seen in every way that a stage needs; reused from frame to frame.</summary>
internal sealed class SpectralFrame
{
    /// <summary>Magnitude of the Hann-windowed frame [bins].</summary>
    public float[] Magnitude { get; } = new float[AnalysisRate.BinCount];

    /// <summary>Its square [bins].</summary>
    public float[] Power { get; } = new float[AnalysisRate.BinCount];

    /// <summary>Power in the mel bands [bands].</summary>
    public float[] Mel { get; } = new float[MelBandCount];

    /// <summary>The same in dB, not below -100 dB [bands].</summary>
    public float[] MelDb { get; } = new float[MelBandCount];

    /// <summary>Mel bands.</summary>
    public const int MelBandCount = 128;
}
