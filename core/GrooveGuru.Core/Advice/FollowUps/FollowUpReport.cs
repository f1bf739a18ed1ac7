namespace GrooveGuru.Core.Advice.FollowUps;

/// <summary>What became of all earlier advice.</summary>
/// <param name="Items">One for each earlier recommendation, in its order.</param>
/// <param name="OtherAudioReason">Why nothing was judged: what is heard now seems to be other audio, or too little of it. Null where it was judged.</param>
public sealed record FollowUpReport(IReadOnlyList<FollowUp> Items, string? OtherAudioReason)
{
    /// <summary>There was no earlier advice.</summary>
    public static FollowUpReport Empty { get; } = new([], null);
}
