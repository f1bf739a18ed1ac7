namespace GrooveGuru.Bridge.Jobs;

/// <summary>Where written notes lie in the recording, or the part of it, that they were taken from.</summary>
/// <param name="OffsetSeconds">When the files' beginning lies in it, s; negative where bar 1 begins before it.</param>
/// <param name="Seconds">Its length, s; infinite where it is not known.</param>
/// <param name="HasPulse">Whether tempo and bars were heard or told.</param>
internal sealed record NotesPlace(double OffsetSeconds, double Seconds, bool HasPulse);
