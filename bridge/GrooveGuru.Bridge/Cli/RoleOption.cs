using System.CommandLine;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`--role ROLE`: what a track is, by the names that reports use: "drums", "full_mix".</summary>
internal static class RoleOption
{
    private static readonly Dictionary<string, TrackRole> Roles =
        Enum.GetValues<TrackRole>().Where(role => role != TrackRole.Unknown).ToDictionary(MeaningWords.Id);

    private static readonly string Names = $"{string.Join(", ", Roles.Keys.SkipLast(1))} or {Roles.Keys.Last()}";

    /// <summary>The option; null where it is not given. Any other name is wrong usage.</summary>
    public static Option<TrackRole?> Create()
    {
        Option<TrackRole?> role = new("--role")
        {
            Description = $"What the track is: {Names}; a guess from name and sound otherwise.",
            HelpName = "ROLE",
            CustomParser = result =>
            {
                string name = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                if (Roles.TryGetValue(name, out TrackRole told))
                {
                    return told;
                }

                result.AddError($"There is no role '{name}'; --role takes {Names}.");
                return null;
            },
        };
        role.CompletionSources.Add([.. Roles.Keys]);
        return role;
    }
}
