namespace GrooveGuru.Core.Tonality;

/// <summary>A stretch of time with one chord.</summary>
/// <param name="StartSeconds">Where it begins, s.</param>
/// <param name="EndSeconds">Where it ends, s; later than the start.</param>
/// <param name="Label">The chord: "C", "Am", "G7"; "N" where no chord sounds.</param>
/// <param name="Confidence">How likely the label is, 0–1.</param>
public sealed record ChordSegment(double StartSeconds, double EndSeconds, string Label, double Confidence);
