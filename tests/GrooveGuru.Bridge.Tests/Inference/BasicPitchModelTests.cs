using GrooveGuru.Bridge.Inference;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Tests;
using GrooveGuru.Core.Tests.Transcription.BasicPitch;
using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Bridge.Tests.Inference;

public class BasicPitchModelTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly string ModelPath = Path.Combine(AppContext.BaseDirectory, "models", "basic-pitch.onnx");

    [SharedFact]
    public void Hear_Vocadito10_IsTheGolden()
    {
        using InferenceSession session = InferenceSession.Load(OnnxRuntime.Shared, ModelPath, BasicPitchModel.Contract, InferenceSettings.Default);
        using BasicPitchModel model = new(session);
        using IAudioSource source = AudioFile.Open(SharedData.Path("audio/real/vocadito_10.wav"));
        NotePosteriors heard = new();
        NoteHearing.Hear(source, model, heard.Append);
        NotePosteriors golden = GoldenPosteriors.Read();

        Assert.Equal(golden.FrameCount, heard.FrameCount);
        double note = Difference(golden.Note, heard.Note), onset = Difference(golden.Onset, heard.Onset), contour = Difference(golden.Contour, heard.Contour);
        output.WriteLine($"{note:e2} {onset:e2} {contour:e2}");
        Assert.InRange(note, 0, 1e-4);
        Assert.InRange(onset, 0, 1e-4);
        Assert.InRange(contour, 0, 1e-4);
        Assert.Equal(28, NoteCreation.Create(heard, new NoteCreationOptions()).Count);
    }

    private static double Difference(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        double most = 0;
        for (int index = 0; index < expected.Length; index++)
        {
            most = Math.Max(most, Math.Abs(expected[index] - actual[index]));
        }

        return most;
    }
}
