using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Advising;

/// <summary>Reads back from a report.json what it promised.</summary>
internal static class FormerReportFile
{
    private const long MaxBytes = 64 << 20;
    private const string StatusField = "status";
    private static readonly string[] WrittenByHand = [.. ((RecommendationStatus[])
        [RecommendationStatus.Open, RecommendationStatus.TriedByUser, RecommendationStatus.Dismissed]).Select(MeaningWords.Id)];

    // By both names: "dismissed" and "RECOMMENDATION_STATUS_DISMISSED".
    private static readonly Dictionary<string, string> Statuses = Enum.GetValues<RecommendationStatus>()
        .Select(status => (Short: MeaningWords.Id(status), Long: $"RECOMMENDATION_STATUS_{MeaningWords.Id(status).ToUpperInvariant()}"))
        .SelectMany(names => (KeyValuePair<string, string>[])[new(names.Short, names.Long), new(names.Long, names.Long)])
        .ToDictionary();

    private static readonly JsonParser Messages = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>The former advice.</summary>
    /// <param name="path">A report written by `advise` or `analyze`.</param>
    /// <exception cref="GrooveGuruException">It is no such report.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FormerAdvice Read(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
        {
            throw new GrooveGuruException($"{path} is too large for a report of one track.");
        }

        TrackReport report = new();
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new GrooveGuruException($"{path} is not the report of one track: --against needs a report.json that advise wrote.");
            }

            Fill(report, json.RootElement, path);
        }
        catch (Exception error) when (error is JsonException or InvalidProtocolBufferException or InvalidOperationException)
        {
            throw new GrooveGuruException($"{path} is not a report: --against needs a report.json that advise wrote.", error);
        }

        return FollowUpMapping.ToFormerAdvice(report)
            ?? throw new GrooveGuruException($"{path} holds no outline of its song to compare with: --against needs a report.json that advise wrote.");
    }

    private static void Fill(TrackReport report, JsonElement json, string path)
    {
        report.Recommendations.AddRange(All<Recommendation>(json, "recommendations", path));
        report.FollowUps.AddRange(All<Contracts.V1.FollowUp>(json, "follow_ups", path));
        if (json.TryGetProperty("sketch", out JsonElement sketch) && sketch.ValueKind == JsonValueKind.Object)
        {
            report.Sketch = Messages.Parse<Contracts.V1.AudioSketch>(sketch.GetRawText());
        }

        if (json.TryGetProperty("other_audio", out JsonElement other) && other.ValueKind == JsonValueKind.String)
        {
            report.OtherAudio = other.GetString();
        }
    }

    private static IEnumerable<T> All<T>(JsonElement json, string name, string path)
        where T : IMessage<T>, new() =>
        json.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(element => Messages.Parse<T>(WithStatusOfTheContract(element, path)))]
            : [];

    // A person who dismisses advice in the file writes "dismissed"; the contract's own name is long.
    private static string WithStatusOfTheContract(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty(StatusField, out JsonElement status)
            || status.ValueKind != JsonValueKind.String)
        {
            return element.GetRawText();
        }

        string name = status.GetString()!;
        if (!Statuses.TryGetValue(name, out string? contractName))
        {
            throw new GrooveGuruException($"{path}: \"{name}\" is no status of a recommendation; it may be {string.Join(", ", WrittenByHand)}.");
        }

        JsonObject message = JsonObject.Create(element)!;
        message[StatusField] = contractName;
        return message.ToJsonString();
    }
}
