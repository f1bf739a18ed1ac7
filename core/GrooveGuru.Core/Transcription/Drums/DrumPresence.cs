namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Whether a recording has drums, and whether it has anything else.</summary>
/// <param name="ClearStrokes">Strokes of which at least one kind is beyond doubt.</param>
/// <param name="ClearStrokesPerSecond">The same in a second in which anything sounds.</param>
/// <param name="ClearShare">Their share of all that may be strokes, 0 to 1: the begins of notes are strokes in doubt.</param>
/// <param name="OthersShare">Share of the time in which other instruments sound, 0 to 1, as far as the model can tell.</param>
public sealed record DrumPresence(int ClearStrokes, double ClearStrokesPerSecond, double ClearShare, double OthersShare)
{
    /// <summary>What is told where notes with a pitch are looked for and there are only drums.</summary>
    public const string DrumsAloneReason = "What is heard here are drums alone; --mode drums writes them down.";

    /// <summary>What is told where drums were asked for and strokes are too few for drums.</summary>
    public const string DoubtfulRemark = "Hardly any stroke here is clearly one of drums: those that were written may be something else.";

    // A drummer strikes more often than this, and notes are taken for strokes less often.
    private const double LeastPerSecond = 0.6;
    private const double LeastShare = 0.1;
    private const double LeastOthersShare = 0.5;

    // Where drums were asked for, two strokes are enough, unless they are lost among begins of notes.
    private const int LeastStrokes = 2;
    private const double LeastShareAsked = 0.04;

    /// <summary>There are drums, sounding most of the time.</summary>
    public bool HasDrums => ClearStrokesPerSecond >= LeastPerSecond && ClearShare >= LeastShare;

    /// <summary>Something else than drums sounds.</summary>
    public bool HasOthers => OthersShare >= LeastOthersShare;

    /// <summary>There are strokes that can be written down where drums were asked for.</summary>
    public bool HasStrokes => ClearStrokes >= LeastStrokes && ClearShare >= LeastShareAsked;

    /// <summary>Measures.</summary>
    internal static DrumPresence Of(HeardStrokes heard)
    {
        const float clear = 0.8f;
        int count = heard.Strokes.Count(stroke => stroke.Probabilities.Max() >= clear);
        return new DrumPresence(
            count, count / Math.Max(1, heard.SoundingSeconds), (double)count / Math.Max(1, heard.Strokes.Count), heard.OthersShare);
    }
}
