using System.Runtime.InteropServices;
using Google.Protobuf;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Tests;

/// <summary>A few seconds of clicks and chords, made by code, cut into capture chunks.</summary>
internal static class TestSong
{
    public const int SampleRateHz = 22050;
    public const int ChannelCount = 2;

    public static float[] Interleaved(double seconds)
    {
        float[] samples = new float[(int)(seconds * SampleRateHz) * ChannelCount];
        Random noise = new(3);
        for (int frame = 0; frame < samples.Length / ChannelCount; frame++)
        {
            double time = (double)frame / SampleRateHz;
            double beat = time % 0.5;
            double click = Math.Exp(-beat * 60) * ((noise.NextDouble() * 2) - 1);
            double chord = 0;
            foreach (double hz in (double[])[220, 261.63, 329.63])
            {
                chord += Math.Sin(2 * Math.PI * hz * time) / 3;
            }

            samples[frame * ChannelCount] = (float)((0.3 * click) + (0.2 * chord));
            samples[(frame * ChannelCount) + 1] = (float)((0.3 * click) + (0.15 * chord));
        }

        return samples;
    }

    public static IEnumerable<AudioChunk> Chunks(float[] interleaved, int framesPerChunk = 4096, long projectStartFrames = 0)
    {
        int frameCount = interleaved.Length / ChannelCount;
        for (int frame = 0; frame < frameCount; frame += framesPerChunk)
        {
            int frames = Math.Min(framesPerChunk, frameCount - frame);
            yield return new AudioChunk
            {
                SampleRateHz = SampleRateHz,
                ChannelCount = ChannelCount,
                StreamPositionFrames = frame,
                Samples = ByteString.CopyFrom(
                    MemoryMarshal.AsBytes(interleaved.AsSpan(frame * ChannelCount, frames * ChannelCount))),
                Transport = new Transport { Playing = true, ProjectTimeFrames = projectStartFrames + frame, TempoBpm = 120 },
            };
        }
    }
}
