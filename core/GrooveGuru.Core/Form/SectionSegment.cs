namespace GrooveGuru.Core.Form;

/// <summary>A section of the form; sections with one label sound alike.</summary>
/// <param name="StartSeconds">Where it begins, s.</param>
/// <param name="EndSeconds">Where it ends, s; later than the start.</param>
/// <param name="Label">"A" for what is heard first, then "B" and so on.</param>
/// <param name="Confidence">How likely boundary and label are, 0–1.</param>
public sealed record SectionSegment(double StartSeconds, double EndSeconds, string Label, double Confidence);
