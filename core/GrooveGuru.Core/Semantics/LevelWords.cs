namespace GrooveGuru.Core.Semantics;

/// <summary>What an integrated loudness says in a musician's words.</summary>
/// <remarks>
/// The middle step holds the alignment level of EBU R 68 (-18 dBFS) and the programme level of EBU R 128 (-23 LUFS); it ends where AES TD1008
/// has music delivered (-16 LUFS). Above it lies mastered music; what is louder than -9 LUFS is louder than most of it. The bounds below are
/// conventions, not data.
/// </remarks>
public static class LevelWords
{
    private const double QuietFromLufs = -36, WorkingFromLufs = -24, LoudFromLufs = -16, VeryLoudFromLufs = -9;

    /// <summary>The word: "very quiet", "quiet", "at working level", "loud" or "very loud".</summary>
    /// <param name="integratedLufs">Integrated loudness, LUFS; read as it is shown, to a tenth.</param>
    public static string Of(double integratedLufs) => Math.Round(integratedLufs, 1) switch
    {
        < QuietFromLufs => "very quiet",
        < WorkingFromLufs => "quiet",
        < LoudFromLufs => "at working level",
        < VeryLoudFromLufs => "loud",
        _ => "very loud",
    };
}
