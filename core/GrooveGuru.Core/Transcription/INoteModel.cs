namespace GrooveGuru.Core.Transcription;

/// <summary>A model that hears notes in a window of audio: Basic Pitch (Bittner et al., ICASSP 2022). For one thread.</summary>
/// <remarks>
/// A window is <see cref="BasicPitch.BasicPitchFraming.WindowSamples"/> samples of mono at 22 050 Hz; it gives
/// <see cref="BasicPitch.BasicPitchFraming.WindowFrames"/> frames of probabilities, 0 to 1.
/// </remarks>
public interface INoteModel : IDisposable
{
    /// <summary>Hears one window.</summary>
    /// <param name="window">Samples [43 844].</param>
    /// <param name="note">How likely each note sounds [frame x 88], from A0.</param>
    /// <param name="onset">How likely each note begins [frame x 88].</param>
    /// <param name="contour">How likely each pitch sounds [frame x 264], in thirds of semitones from A0.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Errors.InferenceFailedException">The model could not be run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    void Hear(ReadOnlySpan<float> window, Span<float> note, Span<float> onset, Span<float> contour, CancellationToken cancellationToken);
}
