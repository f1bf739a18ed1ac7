using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Bridge.Playing;

/// <summary>Our own few instruments: always there.</summary>
/// <param name="remark">Why it is this player and no better one; null where that goes without saying.</param>
internal sealed class BuiltInPlayer(string? remark) : ISongPlayer
{
    private const int BlockFrames = 8192;

    /// <inheritdoc/>
    public string Identity => "builtin-1";

    /// <inheritdoc/>
    public string? Remark => remark;

    /// <inheritdoc/>
    public void Render(MidiSong song, int sampleRateHz, string folder, string path, IProgress<double> progress, CancellationToken cancellation)
    {
        using SongSource source = new(song, sampleRateHz);
        using WavWriter writer = new(path, sampleRateHz, 1, WavFormat.Pcm24);
        float[][] block = [new float[BlockFrames]];
        while (source.Read(block, 0, BlockFrames) is > 0 and int count)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Write(block, 0, count);
            progress.Report((double)writer.FrameCount / source.FrameCount!.Value);
        }

        writer.Commit();
    }
}
