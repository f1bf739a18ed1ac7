using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Core.Tests.Transcription.Drums;

public class DrumModelTests
{
    [Fact]
    public void Write_AndRead_AnswersTheSame()
    {
        DrumModel shipped = DrumModel.Create();
        using MemoryStream stream = new();
        shipped.Write(stream);
        stream.Position = 0;
        DrumModel read = DrumModel.Read(stream);
        float[] input = [.. Enumerable.Range(0, DrumFraming.InputCount).Select(at => -2 + MathF.Sin(at))];
        float[] one = new float[DrumModel.AnswerCount], other = new float[DrumModel.AnswerCount];
        shipped.Answer(input, one);
        read.Answer(input, other);
        Assert.Equal(one, other);
        Assert.All(one, probability => Assert.InRange(probability, 0, 1));
    }

    [Fact]
    public void Read_Truncated_IsRefused()
    {
        using MemoryStream stream = new();
        DrumModel.Create().Write(stream);
        using MemoryStream half = new(stream.ToArray()[..1000]);
        Assert.Throws<EndOfStreamException>(() => DrumModel.Read(half));
    }
}
