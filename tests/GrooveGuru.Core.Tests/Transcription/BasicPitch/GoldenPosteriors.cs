using System.Runtime.InteropServices;
using System.Text.Json;
using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Tests.Transcription.BasicPitch;

/// <summary>What Basic Pitch itself hears in the singing of vocadito_10, and the notes that it makes of that.</summary>
internal static class GoldenPosteriors
{
    public static NotePosteriors Read()
    {
        NotePosteriors posteriors = new();
        posteriors.Append(Floats("note"), Floats("onset"), Floats("contour"));
        return posteriors;
    }

    /// <summary>Start s, end s, MIDI pitch, amplitude, bends.</summary>
    public static (double Start, double End, int Pitch, double Amplitude, int[] Bends)[] Events()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("golden/vocadito10_note_events.json")));
        return [.. document.RootElement.EnumerateArray().Select(note => (
            note[0].GetDouble(), note[1].GetDouble(), note[2].GetInt32(), note[3].GetDouble(), note[4].EnumerateArray().Select(bend => bend.GetInt32()).ToArray()))];
    }

    public static float[] Floats(string name)
        => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(SharedData.Path($"golden/vocadito10_{name}.f32"))).ToArray();
}
