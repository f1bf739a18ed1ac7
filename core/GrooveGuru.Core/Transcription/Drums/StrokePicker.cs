using System.Numerics.Tensors;

namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Finds the moments at which something was struck in the model's answers, as they come in.</summary>
/// <param name="model">The model.</param>
/// <param name="take">Called for each stroke, by time.</param>
internal sealed class StrokePicker(DrumModel model, Action<Stroke> take)
{
    /// <summary>A kind that is less likely than this at its peak is not looked at.</summary>
    public const float LeastProbability = 0.08f;

    // Answers that are waited for before a frame is judged, and strokes nearer than this are one.
    private const int Reach = 3;
    private const int TogetherFrames = 3;
    private const int Kept = 16;
    private const float SoundingBel = -4;

    private readonly DrumContext _context = new();
    private readonly float[] _input = new float[DrumFraming.InputCount];
    private readonly float[][] _answers = [.. Enumerable.Range(0, Kept).Select(_ => new float[DrumModel.AnswerCount])];
    private readonly List<(int Kind, long Frame, double Seconds, float Probability)> _waiting = [];
    private readonly float[][] _history = [.. Enumerable.Range(0, 64).Select(_ => DrumContext.Silence())];
    private long _pushed;
    private long _answered;
    private long _sounding;
    private double _others;

    /// <summary>Share of the time in which anything sounds in which other instruments do, 0 to 1; 0 for silence.</summary>
    public double OthersShare => _sounding > 0 ? _others / _sounding : 0;

    /// <summary>How long anything sounded, s.</summary>
    public double SoundingSeconds => _sounding * DrumFraming.HopSeconds;

    /// <summary>Takes the next frame.</summary>
    /// <param name="bands">Levels in bel [<see cref="DrumFraming.Bands"/>].</param>
    public void Push(float[] bands)
    {
        bands.CopyTo(_history[_pushed % _history.Length], 0);
        _context.Push(bands);
        _pushed++;
        if (_context.Centre >= 0)
        {
            _context.Fill(_input);
            model.Answer(_input, _answers[_answered % Kept]);
            if (TensorPrimitives.Max(_context.At(0)) > SoundingBel)
            {
                _sounding++;
                _others += _answers[_answered % Kept][DrumModel.KindCount];
            }

            _answered++;
            Judge(_answered - 1 - Reach);
        }
    }

    /// <summary>Ends the stream.</summary>
    public void Finish()
    {
        float[] silence = DrumContext.Silence();
        for (int frame = 0; frame < DrumFraming.FramesAfter + Reach + TogetherFrames + 2; frame++)
        {
            Push(silence);
        }

        Flush(long.MaxValue);
    }

    private float Answer(long frame, int kind) => frame < 0 ? 0 : _answers[frame % Kept][kind];

    private void Judge(long frame)
    {
        if (frame < 0)
        {
            return;
        }

        for (int kind = 0; kind < DrumModel.KindCount; kind++)
        {
            float own = Answer(frame, kind);
            if (own < LeastProbability)
            {
                continue;
            }

            bool isPeak = true;
            for (int distance = 1; distance <= Reach; distance++)
            {
                isPeak &= own >= Answer(frame + distance, kind) && own > Answer(frame - distance, kind);
            }

            if (isPeak)
            {
                (float before, float after) = (Answer(frame - 1, kind), Answer(frame + 1, kind));
                double at = frame + ((after - before) / (before + own + after));
                _waiting.Add((kind, frame, Math.Max(0, at * DrumFraming.HopSeconds), own));
            }
        }

        Flush(frame - TogetherFrames);
    }

    // What begins up to a frame is complete: kinds that begin with the first one are one stroke.
    private void Flush(long until)
    {
        while (_waiting.Count > 0 && _waiting[0].Frame <= until)
        {
            (int Kind, long Frame, double Seconds, float Probability)[] together =
                [.. _waiting.Where(peak => peak.Frame <= _waiting[0].Frame + TogetherFrames)];
            HashSet<int> kinds = [];
            together = [.. together.Where(peak => kinds.Add(peak.Kind))];
            _waiting.RemoveAll(together.Contains);
            take(Make(together));
        }
    }

    private Stroke Make((int Kind, long Frame, double Seconds, float Probability)[] peaks)
    {
        var main = peaks.MaxBy(peak => peak.Probability);
        float[] probabilities = new float[DrumModel.KindCount];
        double[] seconds = new double[DrumModel.KindCount];
        for (int kind = 0; kind < probabilities.Length; kind++)
        {
            (probabilities[kind], seconds[kind]) = (Answer(main.Frame, kind) * 0.5f, main.Seconds);
        }

        foreach (var peak in peaks)
        {
            (probabilities[peak.Kind], seconds[peak.Kind]) = (peak.Probability, peak.Seconds);
        }

        float[] rises = new float[DrumFraming.LongBands], levels = new float[DrumFraming.LongBands], falls = new float[DrumFraming.LongBands];
        for (int band = 0; band < rises.Length; band++)
        {
            float before = Math.Min(At(main.Frame - 3, band), At(main.Frame - 4, band));
            levels[band] = Math.Max(Math.Max(At(main.Frame, band), At(main.Frame + 1, band)), At(main.Frame + 2, band));
            rises[band] = levels[band] - before;
            falls[band] = levels[band] - At(main.Frame + 10, band);
        }

        return new Stroke { Seconds = main.Seconds, Probabilities = probabilities, KindSeconds = seconds, Rises = rises, Levels = levels, Falls = falls };
    }

    private float At(long frame, int band) => frame < 0 ? DrumFraming.LeastBel : _history[frame % _history.Length][band];
}
