using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>What the user asks of a transcription.</summary>
internal sealed record MidiSettings
{
    private const int KeyLength = 16;

    private static readonly JsonSerializerOptions Exact = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>What is done where nothing is asked: by the plugin's button and by `midi FILE`.</summary>
    public static MidiSettings Usual { get; } = new() { Mode = TranscriptionMode.Auto };

    /// <summary>How notes are looked for.</summary>
    public required TranscriptionMode Mode { get; init; }

    /// <summary>What is made of them.</summary>
    public ArrangementOptions Arrangement { get; init; } = new();

    /// <summary>The tempo, BPM; null for the project's, or the one that is heard.</summary>
    public double? TempoBpm { get; init; }

    /// <summary>The meter; null for the project's, or the one that is heard.</summary>
    public Meter? Meter { get; init; }

    /// <summary>What the recording is; null for what the track says, or a guess.</summary>
    public TrackRole? Role { get; init; }

    /// <summary>Whether the notes are to be heard beside the recording.</summary>
    public bool Preview { get; init; }

    /// <summary>A short text that differs where any setting does; fit for a folder's name.</summary>
    public string Key() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Exact)))[..KeyLength];
}
