using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Features.Stages;

namespace GrooveGuru.Fitting;

/// <summary>Reads the pieces that a model learns from: truth files as `evaluate analysis` reads them, each beside its audio.</summary>
internal static class TrainingSet
{
    /// <summary>Reads several truth files and keeps only what is made of each piece: a set of hours does not fit into memory.</summary>
    /// <param name="truthFiles">Paths of truth files; their audio lies in the folder of each.</param>
    /// <param name="make">Called once a piece, on any thread.</param>
    /// <returns>What was made, in the order of the files.</returns>
    public static IReadOnlyList<T> Map<T>(IReadOnlyList<string> truthFiles, Func<TrainingPiece, T> make) =>
    [
        .. truthFiles.SelectMany(path => TruthFile.Read(path).Select(truth => (Truth: truth, Folder: Path.GetDirectoryName(Path.GetFullPath(path))!)))
            .ToList().AsParallel().AsOrdered().Select(piece => make(Read(piece.Truth, piece.Folder))),
    ];

    private static TrainingPiece Read(TruthPiece truth, string folder)
    {
        AudioBuffer audio = AudioFile.ReadAll(Path.Combine(folder, truth.File));
        float[] mono = new float[audio.FrameCount];
        for (int frame = 0; frame < mono.Length; frame++)
        {
            for (int channel = 0; channel < audio.ChannelCount; channel++)
            {
                mono[frame] += audio.Channel(channel)[frame] / audio.ChannelCount;
            }
        }

        return new TrainingPiece(truth, Resampler.Resample(mono, audio.SampleRateHz, AnalysisRate.SampleRateHz));
    }
}
