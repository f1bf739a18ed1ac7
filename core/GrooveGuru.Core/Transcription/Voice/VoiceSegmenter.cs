namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>Cuts the course of one voice into notes: the cheapest row of notes, each with a beginning that strays and a held part.</summary>
/// <remarks>
/// The idea of states for attack and held part is that of Mauch et al. 2015 (Tony, TENOR). Stretches without a voice part the problem,
/// so that memory does not grow with the length.
/// </remarks>
internal sealed class VoiceSegmenter
{
    private const int StepsPerSemitone = 3;
    private const int DipFrames = 8;
    private const int LongestRegionFrames = 6000;

    private readonly VoiceTrack _track;
    private readonly VoiceSettings _settings;

    /// <param name="track">The voice.</param>
    /// <param name="settings">What notes cost.</param>
    public VoiceSegmenter(VoiceTrack track, VoiceSettings settings) => (_track, _settings) = (track, settings);

    /// <summary>The notes: the first frame, the frame after the last, and the frame from which it is held.</summary>
    public IReadOnlyList<(int First, int End, int Held)> Segment()
    {
        List<(int First, int End, int Held)> notes = [];
        int gap = Math.Max(1, (int)(_settings.GapSeconds * VoiceTrack.FramesPerSecond));
        int first = -1, last = -1;
        for (int frame = 0; frame <= _track.Pitches.Count; frame++)
        {
            bool voiced = frame < _track.Pitches.Count && !float.IsNaN(_track.Pitches[frame]);
            bool ends = first >= 0 && (frame == _track.Pitches.Count || frame - last > gap || frame - first >= LongestRegionFrames);
            if (ends)
            {
                Cut(first, last + 1, notes);
                first = -1;
            }

            if (voiced)
            {
                first = first < 0 ? frame : first;
                last = frame;
            }
        }

        return notes;
    }

    private void Cut(int first, int end, List<(int First, int End, int Held)> notes)
    {
        float lowest = float.PositiveInfinity, highest = float.NegativeInfinity;
        for (int frame = first; frame < end; frame++)
        {
            float pitch = _track.Pitches[frame];
            (lowest, highest) = float.IsNaN(pitch) ? (lowest, highest) : (Math.Min(lowest, pitch), Math.Max(highest, pitch));
        }

        int pitches = (int)((highest - lowest) * StepsPerSemitone) + 3;
        double lowestPitch = lowest - (1.0 / StepsPerSemitone);
        double[] attack = new double[pitches], held = new double[pitches];
        Array.Fill(held, double.NegativeInfinity);
        bool[][] wasHeld = new bool[end - first][], begins = new bool[end - first][];
        int[] leaders = new int[end - first];
        for (int frame = first; frame < end; frame++)
        {
            bool[] fromHeld = wasHeld[frame - first] = new bool[pitches], fromLeader = begins[frame - first] = new bool[pitches];
            int leader = leaders[frame - first] = Array.IndexOf(held, held.Max());
            double start = frame > first ? held[leader] - StartCost(frame) : 0;
            for (int pitch = 0; pitch < pitches; pitch++)
            {
                (double attackCost, double heldCost) = Costs(frame, lowestPitch + ((double)pitch / StepsPerSemitone));
                double ownAttack = attack[pitch];
                fromHeld[pitch] = held[pitch] >= ownAttack || frame == first;
                held[pitch] = Math.Max(held[pitch], frame == first ? double.NegativeInfinity : ownAttack) - heldCost;
                fromLeader[pitch] = frame == first || start > ownAttack;
                attack[pitch] = Math.Max(start, frame == first ? 0 : ownAttack) - attackCost;
            }
        }

        int state = Array.IndexOf(held, held.Max()), after = end, heldFrom = end;
        bool isHeld = !double.IsNegativeInfinity(held[state]);
        int firstNote = notes.Count;
        for (int frame = end - 1; frame >= first; frame--)
        {
            if (isHeld)
            {
                heldFrom = frame;
                isHeld = wasHeld[frame - first][state] && frame > first;
            }
            else if (begins[frame - first][state])
            {
                notes.Insert(firstNote, (frame, after, Math.Min(heldFrom, after - 1)));
                (state, after, heldFrom, isHeld) = (leaders[frame - first], frame, frame, true);
            }
        }
    }

    private double StartCost(int frame)
    {
        double rise = Math.Max(At(_track.Rises, frame), Math.Max(At(_track.Rises, frame - 1), At(_track.Rises, frame + 1)));
        double level = At(_track.LevelsDb, frame + 2), dip = level;
        for (int before = 0; before <= DipFrames; before++)
        {
            dip = Math.Min(dip, At(_track.LevelsDb, frame - before));
        }

        double worth = (_settings.RiseWorth * Math.Max(0, rise - 1)) + (_settings.DipWorth * Math.Clamp(level - dip - 2, 0, 20));
        return _settings.NoteCost * (1 - Math.Min(_settings.MostWorth, worth / _settings.NoteCost));
    }

    private (double Attack, double Held) Costs(int frame, double pitch)
    {
        float own = _track.Pitches[frame];
        if (float.IsNaN(own))
        {
            return (_settings.UnvoicedCost, _settings.UnvoicedCost);
        }

        double away = own - pitch;
        return (
            _settings.AttackCost + Math.Min(_settings.MostStrayCost, Square(away / _settings.AttackSemitones)),
            Math.Min(_settings.MostStrayCost, Square(away / _settings.HeldSemitones)));
    }

    private static double Square(double value) => 0.5 * value * value;

    private static double At(List<float> values, int frame) => values[Math.Clamp(frame, 0, values.Count - 1)];
}
