using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>The demo song as it was before its mistakes were made: its mix and its stems.</summary>
internal static class DemoMaterial
{
    private const string Title = "demo-song";
    private const string MixName = "mix";

    private static readonly Lazy<DemoSongRendering> Song = new(DemoSongRenderer.RenderWithoutFlaws);

    /// <summary>The tracks; rendered when the first of them is read.</summary>
    /// <param name="maxSeconds">Longest part that is used, s.</param>
    public static IReadOnlyList<MaterialTrack> Tracks(double maxSeconds)
    {
        return
        [
            Track(MixName, "full_mix", song => song.Mix),
            Track(DemoSongParts.Drums, "drums", song => song.Stems[DemoSongParts.Drums]),
            Track(DemoSongParts.Bass, "bass", song => song.Stems[DemoSongParts.Bass]),
            Track(DemoSongParts.Chords, "keys", song => song.Stems[DemoSongParts.Chords]),
            Track(DemoSongParts.Lead, "lead", song => song.Stems[DemoSongParts.Lead]),
        ];

        MaterialTrack Track(string name, string role, Func<DemoSongRendering, AudioBuffer> part) => new(
            $"{Title}/{name}",
            role,
            Title,
            MaterialTrack.HalfOf(Title),
            cancellation => TypicalPart.Of(part(Song.Value), maxSeconds, cancellation));
    }
}
