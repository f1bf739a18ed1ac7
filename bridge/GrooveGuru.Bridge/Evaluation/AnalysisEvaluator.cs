using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Rhythm.Evaluation;
using GrooveGuru.Core.Tonality;
using GrooveGuru.Core.Tonality.Evaluation;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>Analyses a piece and compares what was heard with what is known.</summary>
internal static class AnalysisEvaluator
{
    /// <summary>Scores one piece.</summary>
    /// <param name="truth">What is known.</param>
    /// <param name="source">Its audio.</param>
    /// <param name="threads">Threads of the analysis.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static PieceScore Score(TruthPiece truth, IAudioSource source, int threads, CancellationToken cancellation)
    {
        TrackAnalysis analysis = TrackAnalyzer.Analyze(source, null, threads, cancellation);
        FeatureValue? tempo = analysis.Features.Find(FeatureIds.Tempo), key = analysis.Features.Find(FeatureIds.Key);
        ExtendedMeasures extended = analysis.Extended;
        return new PieceScore
        {
            Truth = truth,
            TempoBpm = tempo?.Value ?? 0,
            TempoConfidence = tempo?.Confidence ?? 0,
            Key = key is { IsMeasured: true } ? key.Text : null,
            KeyConfidence = key?.Confidence ?? 0,
            TempoScore = truth.Bpm is { } bpm ? TempoScore.Compare(bpm, tempo?.Value ?? 0) : null,
            KeyScore = truth.Key is { } trueKey
                ? KeyScore.Compare(trueKey, MusicalKey.TryParse(key?.Text, out MusicalKey heard) ? heard : null)
                : null,
            BeatScore = truth.BeatsSeconds.Count > 0 ? BeatScore.Compare(truth.BeatsSeconds, extended.BeatsSeconds) : null,
            DownbeatScore = truth.DownbeatsSeconds.Count > 0 ? BeatScore.Compare(truth.DownbeatsSeconds, extended.DownbeatsSeconds) : null,
            IsMeterRight = truth.BeatsPerBar is { } beats ? extended.Meter?.BeatsPerBar == beats : null,
            OnsetScore = truth.OnsetsSeconds.Count > 0
                ? OnsetScore.Compare(OnsetScore.Merged(truth.OnsetsSeconds), extended.OnsetsSeconds)
                : null,
            ChordScore = truth.Chords.Count > 0 ? ChordScore.Compare(truth.Chords, extended.Chords) : null,
        };
    }
}
