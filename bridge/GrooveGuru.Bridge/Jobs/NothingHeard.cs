using System.Globalization;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Semantics;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>Why there are no notes, where it is the audio itself and not its music.</summary>
internal static class NothingHeard
{
    private const double ShortestSeconds = 0.15;
    private const double FaintestPeak = 1e-4; // −80 dBFS: three steps of 16 bits

    /// <summary>The sentence.</summary>
    /// <param name="check">What the audio holds.</param>
    /// <param name="isPart">Whether it is a part of a recording that was selected.</param>
    /// <param name="musical">What listening to it said.</param>
    public static string Reason(SoundCheck check, bool isPart, string musical)
    {
        string what = isPart ? "The selected part" : "The recording";
        return check.FrameCount == 0 ? "There is no audio in it, not one sample."
            : check.HasNoUsableSample ? TrackSummarizer.NoUsableSample
            : check.Peak == 0 ? $"{what} is silent from beginning to end."
            : check.Peak < FaintestPeak ? string.Create(
                CultureInfo.InvariantCulture, $"{what} is as good as silent: its loudest sample lies at {20 * Math.Log10(check.Peak):0} dBFS.")
            : check.Seconds < ShortestSeconds ? string.Create(
                CultureInfo.InvariantCulture, $"{what} is {check.Seconds:0.###} s long, too short to hold a note.")
            : musical;
    }
}
