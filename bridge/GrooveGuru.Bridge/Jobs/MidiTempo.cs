using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>The tempo of a MIDI file: the project's, the one that was told, or the one that was heard.</summary>
/// <param name="settings">What is asked for.</param>
/// <param name="project">Where the audio lies in its project; null for a file.</param>
internal sealed class MidiTempo(MidiSettings settings, ProjectTime? project)
{
    // On the timeline of a project; null where there is no project, or none of a tempo that music has.
    private readonly double? _projectBpm = project is null ? null
        : settings.TempoBpm ?? (project.TempoBpm is >= MidiRequest.MinTempoBpm and <= MidiRequest.MaxTempoBpm ? project.TempoBpm : null);

    /// <summary>Whether bar 1 is the project's.</summary>
    public bool IsOfProject => _projectBpm is not null;

    /// <summary>Decides.</summary>
    /// <param name="analysis">What was heard of the recording.</param>
    public WrittenTempo Write(TrackAnalysis analysis)
    {
        if (_projectBpm is { } bpm)
        {
            return new WrittenTempo(
                TempoMap.Steady(bpm, -project!.StartSeconds, settings.Meter ?? new Meter(project.MeterNumerator, project.MeterDenominator)), null);
        }

        ExtendedMeasures measures = analysis.Extended;
        bool isPulse = settings.TempoBpm is not null || analysis.Features.Number(FeatureIds.Tempo) is > 0;
        return isPulse
            ? ToldTempo.Write(
                new HeardBeats(measures.BeatsSeconds, measures.DownbeatsSeconds, measures.Meter?.BeatsPerBar ?? Meter.Common.BeatsPerBar),
                settings.TempoBpm,
                settings.Meter)
            : new WrittenTempo(TempoMap.UnknownIn(settings.Meter ?? Meter.Common), null);
    }
}
