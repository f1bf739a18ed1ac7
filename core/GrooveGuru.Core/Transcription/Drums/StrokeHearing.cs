using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Progress;

namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Finds all that may be strokes in a recording.</summary>
internal static class StrokeHearing
{
    private const double LevelShare = 0.15;

    /// <summary>Hears a recording, twice: once for its level.</summary>
    /// <param name="open">Opens the recording from its beginning.</param>
    /// <param name="model">The model.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static HeardStrokes Hear(
        Func<IAudioSource> open, DrumModel model, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        double reference;
        using (IAudioSource source = open())
        {
            reference = ReferenceLevel.Measure(source, PartProgress.Of(progress, 0, LevelShare), cancellationToken);
        }

        List<Stroke> strokes = [];
        StrokePicker picker = new(model, strokes.Add);
        if (reference > 0)
        {
            using IAudioSource source = open();
            DrumFrames.Read(source, reference, picker.Push, PartProgress.Of(progress, LevelShare, 1), cancellationToken);
            picker.Finish();
        }

        progress?.Report(1);
        return new HeardStrokes(strokes, picker.SoundingSeconds, picker.OthersShare);
    }
}
