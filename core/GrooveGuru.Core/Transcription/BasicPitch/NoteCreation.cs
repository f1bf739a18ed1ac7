using System.Numerics.Tensors;

namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>Makes notes of the model's probabilities, as the reference does.</summary>
/// <remarks>Bittner et al., ICASSP 2022, section 2.3; what remains is found as melodia finds contours (Salamon and Gómez 2012).
/// With <see cref="PitchBends"/> it is what the model's raw outputs are checked with and what <c>Polyphony</c>, which users get, is compared to.</remarks>
public sealed class NoteCreation
{
    private const int Pitches = BasicPitchFraming.PitchCount;
    private const int OnsetReachFrames = 2;

    private readonly NoteCreationOptions _options;
    private readonly float[] _frames;
    private readonly float[] _energy;
    private readonly int _frameCount;
    private readonly List<NoteEvent> _notes = [];

    private NoteCreation(NotePosteriors posteriors, NoteCreationOptions options)
    {
        _options = options;
        _frames = posteriors.Note.ToArray();
        _frameCount = posteriors.FrameCount;
        LeaveOutPitches(_frames);
        _energy = [.. _frames];
    }

    /// <summary>Makes notes.</summary>
    /// <param name="posteriors">What the model heard.</param>
    /// <param name="options">What counts as a note.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The notes in the order they were found: those with an onset from the last to the first, then the rest from the clearest on.</returns>
    public static IReadOnlyList<NoteEvent> Create(NotePosteriors posteriors, NoteCreationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(posteriors);
        ArgumentNullException.ThrowIfNull(options);
        if (posteriors.FrameCount == 0)
        {
            return [];
        }

        NoteCreation creation = new(posteriors, options);
        float[] onsets = posteriors.Onset.ToArray();
        creation.LeaveOutPitches(onsets);
        if (options.InfersOnsets)
        {
            creation.InferOnsets(onsets);
        }

        creation.FollowOnsets(onsets, cancellationToken);
        if (options.FindsNotesWithoutOnset)
        {
            creation.FollowRest(cancellationToken);
        }

        return creation._notes;
    }

    private void LeaveOutPitches(float[] values)
    {
        int lowest = Math.Clamp(_options.LowestMidiPitch - BasicPitchFraming.LowestMidiPitch, 0, Pitches);
        int behind = Math.Clamp(_options.HighestMidiPitch - BasicPitchFraming.LowestMidiPitch + 1, lowest, Pitches);
        for (int frame = 0; frame < _frameCount; frame++)
        {
            Span<float> row = values.AsSpan(frame * Pitches, Pitches);
            row[..lowest].Clear();
            row[behind..].Clear();
        }
    }

    // A note that rises over one and over two frames begins there, however sure the model is of its beginning.
    private void InferOnsets(float[] onsets)
    {
        float[] rises = new float[onsets.Length];
        for (int index = OnsetReachFrames * Pitches; index < rises.Length; index++)
        {
            float rise = Math.Min(_frames[index] - _frames[index - Pitches], _frames[index] - _frames[index - (2 * Pitches)]);
            rises[index] = Math.Max(rise, 0);
        }

        float highest = TensorPrimitives.Max<float>(rises);
        if (highest > 0)
        {
            float scale = TensorPrimitives.Max<float>(onsets);
            for (int index = 0; index < rises.Length; index++)
            {
                onsets[index] = Math.Max(onsets[index], scale * rises[index] / highest);
            }
        }
    }

    private void FollowOnsets(float[] onsets, CancellationToken cancellationToken)
    {
        for (int start = _frameCount - 2; start >= 1; start--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int pitch = Pitches - 1; pitch >= 0; pitch--)
            {
                int index = (start * Pitches) + pitch;
                if (onsets[index] >= _options.OnsetThreshold && onsets[index] > onsets[index - Pitches] && onsets[index] > onsets[index + Pitches])
                {
                    FollowOnset(start, pitch);
                }
            }
        }
    }

    private void FollowOnset(int start, int pitch)
    {
        int frame = start + 1, below = 0;
        for (; frame < _frameCount - 1 && below < _options.EnergyToleranceFrames; frame++)
        {
            below = _energy[(frame * Pitches) + pitch] < _options.FrameThreshold ? below + 1 : 0;
        }

        int end = frame - below;
        if (start < _frameCount - 1 && end - start > _options.MinimumFrames)
        {
            for (frame = start; frame < end; frame++)
            {
                Silence(frame, pitch);
            }

            Add(start, end, pitch);
        }
    }

    // The energy only ever falls to zero, so the order of what is left is known from the start.
    private void FollowRest(CancellationToken cancellationToken)
    {
        int[] order = [.. Enumerable.Range(0, _energy.Length).Where(index => _energy[index] > _options.FrameThreshold)];
        float[] keys = [.. order.Select(index => -_energy[index])];
        SortStably(keys, order);
        foreach (int index in order)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_energy[index] > _options.FrameThreshold)
            {
                FollowBothWays(index / Pitches, index % Pitches);
            }
        }
    }

    private static void SortStably(float[] keys, int[] order)
    {
        // Equal energies are taken in the order of time and pitch.
        (float Key, int Index)[] pairs = [.. keys.Zip(order)];
        Array.Sort(pairs);
        for (int place = 0; place < pairs.Length; place++)
        {
            order[place] = pairs[place].Index;
        }
    }

    private void FollowBothWays(int middle, int pitch)
    {
        _energy[(middle * Pitches) + pitch] = 0;
        int frame = middle + 1, below = 0;
        for (; frame < _frameCount - 1 && below < _options.EnergyToleranceFrames; frame++)
        {
            below = _energy[(frame * Pitches) + pitch] < _options.FrameThreshold ? below + 1 : 0;
            Silence(frame, pitch);
        }

        int end = frame - 1 - below;
        frame = middle - 1;
        below = 0;
        for (; frame > 0 && below < _options.EnergyToleranceFrames; frame--)
        {
            below = _energy[(frame * Pitches) + pitch] < _options.FrameThreshold ? below + 1 : 0;
            Silence(frame, pitch);
        }

        int start = frame + 1 + below;
        if (end - start > _options.MinimumFrames)
        {
            Add(start, end, pitch);
        }
    }

    private void Silence(int frame, int pitch)
    {
        for (int near = Math.Max(0, pitch - 1); near <= Math.Min(Pitches - 1, pitch + 1); near++)
        {
            _energy[(frame * Pitches) + near] = 0;
        }
    }

    private void Add(int start, int end, int pitch)
    {
        double sum = 0;
        for (int frame = start; frame < end; frame++)
        {
            sum += _frames[(frame * Pitches) + pitch];
        }

        _notes.Add(new NoteEvent(start, end, pitch + BasicPitchFraming.LowestMidiPitch, (float)(sum / (end - start))));
    }
}
