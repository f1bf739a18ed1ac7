using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Bridge.Playing;

/// <summary>Brings a sound file to another sample rate.</summary>
internal static class ResampledWav
{
    private const int BlockFrames = 8192;

    /// <summary>Writes the file, as a WAV of 16 bits; memory does not grow with its length.</summary>
    /// <param name="from">The sound file.</param>
    /// <param name="to">The file to write.</param>
    /// <param name="sampleRateHz">The sample rate wanted, Hz.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it; no file is left.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string from, string to, int sampleRateHz, IProgress<double> progress, CancellationToken cancellation)
    {
        using IAudioSource source = AudioFile.Open(from);
        using WavWriter writer = new(to, sampleRateHz, source.ChannelCount, WavFormat.Pcm16);
        Resampler[] channels = [.. Enumerable.Range(0, source.ChannelCount).Select(_ => new Resampler(source.SampleRateHz, sampleRateHz))];
        float[][] block = [.. channels.Select(_ => new float[BlockFrames])];
        float[][] output = [.. channels.Select(channel => new float[Math.Max(channel.MaxOutput(BlockFrames), channel.MaxOutput(0))])];
        long read = 0;
        while (source.Read(block, 0, BlockFrames) is > 0 and int count)
        {
            cancellation.ThrowIfCancellationRequested();
            Write((channel, room) => channels[channel].Push(block[channel].AsSpan(0, count), room));
            read += count;
            if (source.FrameCount is > 0 and long all)
            {
                progress.Report(Math.Min(1, (double)read / all));
            }
        }

        Write((channel, room) => channels[channel].Finish(room));
        writer.Commit();

        void Write(Func<int, float[], int> convert)
        {
            int count = 0;
            for (int channel = 0; channel < channels.Length; channel++)
            {
                count = convert(channel, output[channel]);
            }

            writer.Write(output, 0, count);
        }
    }
}
