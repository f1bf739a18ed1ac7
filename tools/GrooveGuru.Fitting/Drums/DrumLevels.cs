using System.Runtime.InteropServices;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Fitting.Drums;

/// <summary>Levels of a piece's frames, kept beside its audio (.bands), so that they are measured once.</summary>
internal static class DrumLevels
{
    /// <summary>Reads what is kept, where it is newer than the audio; otherwise measures and keeps it.</summary>
    /// <param name="path">The audio; its folder must be writable.</param>
    /// <returns>Levels in bel [frames][<see cref="DrumFraming.Bands"/>], in half precision.</returns>
    public static IReadOnlyList<float[]> Read(string path)
    {
        string kept = Path.ChangeExtension(path, ".bands");
        if (!File.Exists(kept) || File.GetLastWriteTimeUtc(kept) < File.GetLastWriteTimeUtc(path))
        {
            File.WriteAllBytes(kept, Measure(path));
        }

        ReadOnlySpan<Half> levels = MemoryMarshal.Cast<byte, Half>(File.ReadAllBytes(kept));
        List<float[]> frames = [];
        for (; levels.Length >= DrumFraming.Bands; levels = levels[DrumFraming.Bands..])
        {
            float[] frame = new float[DrumFraming.Bands];
            for (int band = 0; band < frame.Length; band++)
            {
                frame[band] = (float)levels[band];
            }

            frames.Add(frame);
        }

        return frames;
    }

    private static byte[] Measure(string path)
    {
        double reference;
        using (IAudioSource source = AudioFile.Open(path))
        {
            reference = ReferenceLevel.Measure(source, null, default);
        }

        List<Half> levels = [];
        if (reference > 0)
        {
            using IAudioSource source = AudioFile.Open(path);
            DrumFrames.Read(source, reference, frame => levels.AddRange(frame.Select(level => (Half)level)), null, default);
        }

        return [.. MemoryMarshal.AsBytes<Half>(CollectionsMarshal.AsSpan(levels))];
    }
}
