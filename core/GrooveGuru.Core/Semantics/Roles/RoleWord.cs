namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>What a word of a track's name stands for.</summary>
/// <param name="Roles">The roles that it allows.</param>
/// <param name="Rank">Which words it yields to: 0 buses, 1 describing words, 2 nouns.</param>
internal sealed record RoleWord(IReadOnlyList<TrackRole> Roles, int Rank);
