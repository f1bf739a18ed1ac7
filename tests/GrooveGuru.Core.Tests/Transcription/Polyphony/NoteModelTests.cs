using GrooveGuru.Core.Tests.Transcription.BasicPitch;
using GrooveGuru.Core.Transcription.BasicPitch;
using GrooveGuru.Core.Transcription.Polyphony;

namespace GrooveGuru.Core.Tests.Transcription.Polyphony;

public class NoteModelTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSameModel()
    {
        byte[] written = Written(NoteModel.Shipped);
        Assert.Equal(written, Written(NoteModel.Read(new MemoryStream(written))));
        Assert.InRange(NoteModel.Shipped.LeastChance, 0.1f, 0.9f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Read_CutOff_IsRefused(int length)
        => Assert.Throws<EndOfStreamException>(() => NoteModel.Read(new MemoryStream(Written(NoteModel.Shipped)[..length])));

    [Fact]
    public void Choose_NothingHeard_IsNothing()
        => Assert.Empty(NoteChooser.Choose(new HeardStretch(new NotePosteriors(), []), NoteModel.Shipped));

    [Fact]
    public void Choose_ReadingsOfSilence_AreNothing()
    {
        const int Frames = 300;
        NotePosteriors posteriors = new();
        float[] readings = new float[Frames * BasicPitchFraming.PitchCount], contour = new float[Frames * BasicPitchFraming.ContourBinCount];
        Array.Fill(readings, 0.1f); // what the model gives where nothing sounds
        posteriors.Append(readings, readings, contour);
        float[] levels = new float[Frames * PitchLevels.PitchCount];
        Array.Fill(levels, PitchLevels.FloorDb);
        Assert.Empty(NoteChooser.Choose(new HeardStretch(posteriors, levels), NoteModel.Shipped));
    }

    [SharedFact]
    public void Choose_GoldenPosteriors_FindsOneLineOfNotes()
    {
        NotePosteriors posteriors = GoldenPosteriors.Read();
        float[] levels = new float[posteriors.FrameCount * PitchLevels.PitchCount];
        Array.Fill(levels, -40f);
        HeardStretch heard = new(posteriors, levels);
        NoteCandidate[] candidates = CandidateFinder.Find(heard);
        Assert.True(candidates.Length > 28);
        Assert.Equal(candidates.Length, NoteModel.Shipped.Judge(heard, candidates).Length);
        Assert.All(NoteModel.Shipped.Judge(heard, candidates), judged => Assert.InRange(judged.Chance, 0, 1));
    }

    private static byte[] Written(NoteModel model)
    {
        using MemoryStream stream = new();
        model.Write(stream);
        return stream.ToArray();
    }
}
