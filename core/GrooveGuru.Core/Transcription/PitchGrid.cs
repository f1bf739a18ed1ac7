namespace GrooveGuru.Core.Transcription;

/// <summary>A pitch axis in steps of a fifth of a semitone.</summary>
internal sealed class PitchGrid
{
    public const int BinsPerSemitone = 5;

    /// <summary>An axis that holds a range of notes and half a semitone to each side.</summary>
    public PitchGrid(int lowestMidiPitch, int highestMidiPitch)
    {
        LowestPitch = lowestMidiPitch - 0.6;
        Count = ((highestMidiPitch - lowestMidiPitch + 1) * BinsPerSemitone) + 2;
    }

    /// <summary>Pitch of the first bin, MIDI note number.</summary>
    public double LowestPitch { get; }

    /// <summary>Bins.</summary>
    public int Count { get; }

    /// <summary>Pitch of a bin, MIDI note number.</summary>
    public double PitchAt(double bin) => LowestPitch + (bin / BinsPerSemitone);

    /// <summary>Where a frequency lies on the axis, in bins; may be outside.</summary>
    public double BinOf(double frequencyHz) => (69 + (12 * Math.Log2(frequencyHz / 440)) - LowestPitch) * BinsPerSemitone;

    /// <summary>Frequency of a pitch, Hz.</summary>
    public static double FrequencyHz(double midiPitch) => 440 * Math.Pow(2, (midiPitch - 69) / 12);
}
