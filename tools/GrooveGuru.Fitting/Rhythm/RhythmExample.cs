using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Features.Stages;
using GrooveGuru.Core.Rhythm;
using GrooveGuru.Core.Rhythm.Evaluation;

namespace GrooveGuru.Fitting.Rhythm;

/// <summary>The readings of the pulse of a piece, and which of them are right.</summary>
/// <param name="Id">The name of the piece.</param>
/// <param name="Group">The kind of piece, for the summary.</param>
/// <param name="HasPulse">Whether it has a pulse at all.</param>
/// <param name="Hypotheses">The readings.</param>
/// <param name="IsRight">Which are right [hypotheses]; none where there is no pulse.</param>
/// <param name="Meter">The readings of its bars; null where they or the beats are not known or not found.</param>
internal sealed record RhythmExample(
    string Id, string Group, bool HasPulse, IReadOnlyList<PulseHypothesis> Hypotheses, bool[] IsRight, MeterExample? Meter)
{
    private const double TempoTolerance = 0.04;
    private const double LeastFMeasure = 0.7;

    /// <summary>Whether it can be learnt from: there are readings, and one is right if there is a pulse.</summary>
    public bool IsUseful => Hypotheses.Count > 0 && (!HasPulse || IsRight.Contains(true));

    /// <summary>What a tune, or a drum pattern at any tempo, has in common with its other renderings: the middle of "drum013_motorik_102".</summary>
    public string Source => Id.Split('_').ElementAtOrDefault(1) ?? Id;

    /// <summary>Reads a piece; one without a tempo is a sound without a pulse.</summary>
    public static RhythmExample Of(TrainingPiece piece)
    {
        RhythmSignals signals = Hear(piece.Mono);
        IReadOnlyList<PulseHypothesis> hypotheses = PulseHypothesis.All(signals);
        if (piece.Truth.Bpm is not { } bpm)
        {
            return new RhythmExample(piece.Truth.Id, "no pulse", false, hypotheses, new bool[hypotheses.Count], null);
        }

        (double start, double end) = MusicExtent.Of(signals.LevelDb);
        double[][] beats = [.. hypotheses.Select(hypothesis => hypothesis.BeatsSeconds.Where(beat => beat >= start && beat <= end).ToArray())];
        double[] agreement =
        [
            .. hypotheses.Select((hypothesis, i) => Math.Abs((hypothesis.Bpm / bpm) - 1) < TempoTolerance ? FMeasure(piece.Truth.BeatsSeconds, beats[i]) : 0),
        ];
        bool[] isRight = [.. agreement.Select(fMeasure => fMeasure > LeastFMeasure)];
        int best = Array.IndexOf(agreement, agreement.DefaultIfEmpty().Max());
        MeterExample? meter = best >= 0 && isRight[best] ? MeterOf(piece.Truth, signals, hypotheses[best], beats[best]) : null;
        return new RhythmExample(piece.Truth.Id, piece.Truth.Group, true, hypotheses, isRight, meter);
    }

    private static MeterExample? MeterOf(TruthPiece truth, RhythmSignals signals, PulseHypothesis pulse, double[] beats)
    {
        IReadOnlyList<MeterHypothesis> meters = MeterHypothesis.All(signals, pulse, beats);
        int right = meters.ToList().FindIndex(meter => meter.BeatsPerBar == truth.BeatsPerBar
            && FMeasure(truth.DownbeatsSeconds, [.. beats.Where((_, beat) => beat % meter.BeatsPerBar == meter.First)]) > LeastFMeasure);
        return right < 0 ? null : new MeterExample(meters, right);
    }

    private static double FMeasure(IReadOnlyList<double> reference, double[] estimate) => BeatScore.Compare(reference, estimate).Events.FMeasure;

    private static RhythmSignals Hear(float[] mono)
    {
        var attack = new AttackNovelty();
        var pitch = new PitchNovelty();
        Slice(mono, NoveltyRate.FrameLength, NoveltyRate.HopLength, attack.Process);
        Slice(mono, AnalysisRate.FrameLength, AnalysisRate.HopLength, pitch.Process);
        return new RhythmSignals(attack, pitch);
    }

    private static void Slice(float[] mono, int length, int hop, Action<ReadOnlySpan<float>> process)
    {
        var slicer = new FrameSlicer(length, hop);
        var spectrum = new FrameSpectrum(length);
        slicer.Write(mono);
        slicer.End();
        while (slicer.TryNext(out ReadOnlySpan<float> frame))
        {
            spectrum.Measure(frame);
            process(spectrum.Power);
        }
    }
}
