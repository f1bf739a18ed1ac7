namespace GrooveGuru.Core.Separation;

/// <summary>How the separator looks at the spectrum and decides.</summary>
internal sealed record MaskStageSettings
{
    /// <summary>Length of the analysis window, s; rounded to a power of two of samples.</summary>
    public required double WindowSeconds { get; init; }

    /// <summary>Span of the median along time, s: what lasts longer is harmonic.</summary>
    public required double TimeSpanSeconds { get; init; }

    /// <summary>Span of the median along frequency, Hz: what is wider is percussive.</summary>
    public required double FrequencySpanHz { get; init; }

    /// <summary>Below this the span along frequency shrinks with the frequency: partials lie closer than drums are wide.</summary>
    public double FullSpanFromHz { get; init; }

    /// <summary>The shortest span along frequency, bins.</summary>
    public int LeastBins { get; init; } = 1;

    /// <summary>How many times stronger the harmonic estimate must be to win half of a bin.</summary>
    public double Margin { get; init; } = 1;
}
