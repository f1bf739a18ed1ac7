using GrooveGuru.Bridge.Inference;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Transcription.BasicPitch;
using GrooveGuru.Core.Transcription.Polyphony;

namespace GrooveGuru.Fitting.Notes;

/// <summary>What the model hears of a piece, kept beside its audio, so that it is heard once.</summary>
internal static class HeardFile
{
    /// <summary>Reads it, or hears the piece and keeps it.</summary>
    /// <param name="audioPath">The audio.</param>
    public static HeardStretch Of(string audioPath)
    {
        string path = Path.ChangeExtension(audioPath, ".heard");
        if (!File.Exists(path))
        {
            Hear(audioPath, path);
        }

        using var reader = new BinaryReader(File.OpenRead(path));
        int frames = reader.ReadInt32();
        NotePosteriors posteriors = new();
        posteriors.Append(
            Read(reader, frames * BasicPitchFraming.PitchCount),
            Read(reader, frames * BasicPitchFraming.PitchCount),
            Read(reader, frames * BasicPitchFraming.ContourBinCount));
        return new HeardStretch(posteriors, Read(reader, frames * PitchLevels.PitchCount));
    }

    private static void Hear(string audioPath, string path)
    {
        NotePosteriors posteriors = new();
        PitchLevels levels = new();
        using SessionLease lease = SessionCache.Shared.Take(BasicPitchModel.Contract.Name, BasicPitchModel.Contract);
        using BasicPitchModel model = new(lease.Session);
        using (IAudioSource source = AudioFile.Open(audioPath))
        {
            NoteHearing.Hear(source, model, (note, onset, contour) => posteriors.Append(note, onset, contour), takeSamples: levels.Push);
        }

        levels.Complete(posteriors.FrameCount);
        string unfinished = path + ".part";
        using (var writer = new BinaryWriter(File.Create(unfinished)))
        {
            writer.Write(posteriors.FrameCount);
            Write(writer, posteriors.Note);
            Write(writer, posteriors.Onset);
            Write(writer, posteriors.Contour);
            Write(writer, levels.Levels[..(posteriors.FrameCount * PitchLevels.PitchCount)]);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static float[] Read(BinaryReader reader, int count)
    {
        float[] values = new float[count];
        for (int at = 0; at < count; at++)
        {
            values[at] = (float)reader.ReadHalf();
        }

        return values;
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            writer.Write((Half)value);
        }
    }
}
