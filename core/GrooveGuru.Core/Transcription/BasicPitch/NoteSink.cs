namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>Takes frames of probabilities.</summary>
/// <param name="note">How likely each note sounds [frame x 88].</param>
/// <param name="onset">How likely each note begins [frame x 88].</param>
/// <param name="contour">How likely each pitch sounds [frame x 264].</param>
public delegate void NoteSink(ReadOnlySpan<float> note, ReadOnlySpan<float> onset, ReadOnlySpan<float> contour);
