using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.Editor.Views.Words;

/// <summary>The way to the bridge in words.</summary>
internal static class ConnectionWords
{
    /// <summary>Its state in two or three words.</summary>
    public static string Standing(BridgeState state) => state switch
    {
        BridgeState.Connected => "Connected",
        BridgeState.Starting => "Bridge is starting",
        BridgeState.WrongVersion => "Bridge of another version",
        _ => "No bridge",
    };

    /// <summary>The colour of its state.</summary>
    public static Ink StandingInk(BridgeState state) => state switch
    {
        BridgeState.Connected => Ink.Good,
        BridgeState.Starting => Ink.Warn,
        _ => Ink.Bad,
    };

    /// <summary>What is going on now.</summary>
    public static string Doing(EditorState state) => state switch
    {
        { IsBypassed: true } => "bypassed: nothing is captured",
        { Bridge: not BridgeState.Connected } => "the meters go on, advice waits",
        { IsAnalysing: true } => $"making a report of {NumberWords.Clock(state.HeardSeconds)}",
        { HeardSeconds: > 0 } => $"heard {NumberWords.Clock(state.HeardSeconds)}",
        _ => "press play, and the track is heard",
    };

    /// <summary>What is wrong and what to do; null where all is well.</summary>
    public static string? Problem(EditorState state) => state.Problem ?? state.Bridge switch
    {
        BridgeState.NotConnected =>
            "No bridge answers, so there is no advice, no stems and no MIDI. It is looked for every few seconds; \"grooveguru serve\" starts one.",
        BridgeState.WrongVersion =>
            "The bridge that runs is of another version than this plugin. Update both, and end the old bridge.",
        _ => null,
    };

    /// <summary>Why a report cannot be asked for now; null where it can.</summary>
    public static string? WhyNoAnalysis(EditorState state) => state.WhyNoAnalysis ?? state switch
    {
        { Bridge: not BridgeState.Connected } => $"{NotReached(state.Bridge)} It makes the reports.",
        { IsAnalysing: true } => "A report is being made already.",
        { HeardSeconds: <= 0 } => "Nothing was heard yet. Press play first.",
        _ => null,
    };

    /// <summary>Why the studio page cannot be opened now; null where it can.</summary>
    public static string? WhyNoStudioPage(EditorState state) => state.WhyNoStudioPage
        ?? (state.Bridge == BridgeState.Connected ? null : $"{NotReached(state.Bridge)} It serves the page.");

    /// <summary>That no bridge can be asked, and why, in one sentence.</summary>
    public static string NotReached(BridgeState state) => state switch
    {
        BridgeState.WrongVersion => "The bridge that runs is of another version.",
        BridgeState.Starting => "The bridge is starting.",
        _ => "No bridge answers.",
    };
}
