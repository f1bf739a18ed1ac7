using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Transcription;

/// <summary>A model that hears notes in windows of audio: Basic Pitch (Bittner et al., ICASSP 2022). For one caller at a time.</summary>
/// <remarks>
/// A window is <see cref="BasicPitchFraming.WindowSamples"/> samples of mono at 22 050 Hz; it gives
/// <see cref="BasicPitchFraming.WindowFrames"/> frames of probabilities, 0 to 1.
/// </remarks>
public interface INoteModel : IDisposable
{
    /// <summary>How many windows it hears at the same time; it is the quickest with as many.</summary>
    int WindowsAtOnce { get; }

    /// <summary>Hears windows.</summary>
    /// <param name="windows">The windows, which receive what is heard.</param>
    /// <param name="count">How many of them there are, up to <see cref="WindowsAtOnce"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Errors.InferenceFailedException">The model could not be run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    void Hear(NoteWindows windows, int count, CancellationToken cancellationToken);
}
