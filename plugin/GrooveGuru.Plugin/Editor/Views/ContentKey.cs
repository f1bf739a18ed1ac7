using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Listening;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.Editor.Views;

/// <summary>What of the state a part of the window shows: equal keys look alike, so that nothing is built or painted.</summary>
internal static class ContentKey
{
    /// <summary>What the header shows.</summary>
    public static object Header(EditorState state, int version) => new HeaderKey(
        state.TrackName,
        state.IsNamedByHost,
        state.TrackRole,
        state.Report?.Role,
        state.TrackColor,
        state.TrackNumber,
        state.IsBypassed,
        state.Bridge,
        state.Problem,
        state.Note,
        state.IsAnalysing,
        Math.Floor(state.HeardSeconds),
        state.Report is null,
        state.WhyNoAnalysis,
        state.WhyNoStudioPage,
        version);

    /// <summary>What the tabs and the page show.</summary>
    public static object Page(EditorState state, int version) => new PageKey(
        state.Report,
        state.TrackRole,
        state.Bridge,
        state.IsBypassed,
        state.IsAnalysing,
        state.Report is null ? Math.Floor(state.HeardSeconds) : Math.Min(1, Math.Ceiling(state.HeardSeconds)),
        state.WhyNoJob,
        state.Listening,
        string.Join(' ', state.Services.Order(StringComparer.Ordinal)),
        version);

    /// <summary>Whether two lists of jobs say the same.</summary>
    public static bool AreSame(IReadOnlyList<Job> one, IReadOnlyList<Job> other) => ReferenceEquals(one, other) || one.SequenceEqual(other);

    private sealed record HeaderKey(
        string Name,
        bool IsNamedByHost,
        TrackRole Role,
        RoleEstimate? Heard,
        uint? Color,
        int? Number,
        bool IsBypassed,
        BridgeState Bridge,
        string? Problem,
        string? Note,
        bool IsAnalysing,
        double HeardSeconds,
        bool HasNoReport,
        string? WhyNoAnalysis,
        string? WhyNoStudioPage,
        int Version);

    private sealed record PageKey(
        TrackReport? Report,
        TrackRole Role,
        BridgeState Bridge,
        bool IsBypassed,
        bool IsAnalysing,
        double HeardSeconds,
        string? WhyNoJob,
        ListeningState? Listening,
        string Services,
        int Version);
}
