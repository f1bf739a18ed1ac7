using System.Globalization;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>The part of a recording that notes are wanted of, and a little around it, so that notes at its edges are heard whole.</summary>
internal sealed class SelectedAudio
{
    private const double SurroundingSeconds = 2;
    private readonly Func<IAudioSource> _open;
    private readonly TimeSelection _selection;

    private SelectedAudio(Func<IAudioSource> open, TimeSelection selection, double recordingSeconds)
    {
        _open = open;
        _selection = selection;
        EndSeconds = Math.Min(selection.EndSeconds, recordingSeconds);
    }

    /// <summary>Where the part begins in the recording, s.</summary>
    public double StartSeconds => _selection.StartSeconds;

    /// <summary>Its length, s.</summary>
    public double Seconds => EndSeconds - StartSeconds;

    private double EndSeconds { get; }

    private double SurroundedStart => Math.Max(0, StartSeconds - SurroundingSeconds);

    /// <summary>Looks where a selection lies in a recording.</summary>
    /// <exception cref="GrooveGuruException">It lies behind its end, or the recording cannot be read.</exception>
    public static SelectedAudio Of(Func<IAudioSource> open, TimeSelection selection)
    {
        using IAudioSource source = open();
        double seconds = source.FrameCount is { } frames ? (double)frames / source.SampleRateHz : double.PositiveInfinity;
        return selection.StartSeconds > 0 && selection.StartSeconds >= seconds
            ? throw new GrooveGuruException(string.Create(
                CultureInfo.InvariantCulture, $"The audio is {seconds:0.###} s long; a selection from {selection.StartSeconds:0.###} s on lies behind its end."))
            : new SelectedAudio(open, selection, seconds);
    }

    /// <summary>Opens the part alone.</summary>
    public IAudioSource Open() => _selection.IsEverything ? _open() : new PartSource(_open(), StartSeconds, Length(Seconds));

    /// <summary>Opens the part with its surroundings.</summary>
    public IAudioSource OpenWithSurroundings() => _selection.IsEverything
        ? _open()
        : new PartSource(_open(), SurroundedStart, Length(EndSeconds + SurroundingSeconds - SurroundedStart));

    /// <summary>Notes that were heard in the part with its surroundings, at their times in the recording.</summary>
    public IReadOnlyList<TranscribedPart> InRecording(IReadOnlyList<TranscribedPart> parts) => SurroundedStart == 0 ? parts :
    [
        .. parts.Select(part => part with
        {
            Notes =
            [
                .. part.Notes.Select(note => note with
                {
                    OnsetSeconds = note.OnsetSeconds + SurroundedStart,
                    OffsetSeconds = note.OffsetSeconds + SurroundedStart,
                }),
            ],
        }),
    ];

    private static double? Length(double seconds) => double.IsFinite(seconds) ? seconds : null;
}
