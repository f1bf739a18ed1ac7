using GrooveGuru.Bridge.Playing;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Tests.Jobs;

/// <summary>Leaves half a file and fails.</summary>
internal sealed class BrokenPlayer(Exception error) : ISongPlayer
{
    public string Identity => "broken";

    public string? Remark => null;

    public void Render(MidiSong song, int sampleRateHz, string folder, string path, IProgress<double> progress, CancellationToken cancellation)
    {
        File.WriteAllText(path, "half");
        throw error;
    }
}
