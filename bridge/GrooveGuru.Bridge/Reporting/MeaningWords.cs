using System.Text;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>Steps of the contract as words: ids for programs ("very_low"), plain text for people ("very low").</summary>
internal static class MeaningWords
{
    /// <summary>An enum's value without the name of the enum: "very_low", "full_mix", "dominant".</summary>
    public static string Id<TStep>(TStep step)
        where TStep : struct, Enum
    {
        StringBuilder id = new();
        foreach (char letter in step.ToString())
        {
            id.Append(char.IsUpper(letter) && id.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        }

        return id.ToString();
    }

    /// <summary>An id for people.</summary>
    public static string Plain(string id) => id.Replace('_', ' ');

    /// <summary>The role with how sure it is; what is likeliest where it is not sure; "–" where nothing was heard.</summary>
    public static string Role(RoleEstimate role) => role switch
    {
        { Alternatives.Count: 0 } => FeatureText.None,
        { Role: TrackRole.Unknown } => $"unsure (perhaps {Plain(Id(role.Alternatives[0].Role))}, {FeatureText.Percent(role.Confidence)})",
        _ => Plain(Id(role.Role)),
    };
}
