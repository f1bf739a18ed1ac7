using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Core.Tests.Advice.Evaluation;

public class FaultCatalogueTests
{
    [Fact]
    public void All_HasEveryKindAndNoCaseTwice()
    {
        Assert.Equal(Enum.GetValues<FaultKind>(), FaultCatalogue.All.Select(fault => fault.Kind).Distinct().Order());
        Assert.Equal(FaultCatalogue.All.Count, FaultCatalogue.All.Select(fault => fault.Id).Distinct().Count());
    }

    [Fact]
    public void Id_OfCase_IsKindAndStrengthInSnakeCase() =>
        Assert.Equal("muddy_low_mids/medium", new FaultCase(FaultKind.MuddyLowMids, FaultStrength.Medium, 6).Id);

    [Fact]
    public void Stage_AnyLevel_ComesToTheSameTrack()
    {
        CleanTrack quiet = CleanTrack.Stage("a", Faults.Gain(CleanTracks.WideNoise(3), -20))!;

        Assert.Equal(CleanTrack.WorkingLufs, quiet.Analysis.Extended.Loudness.IntegratedLufs!.Value, 0.05);
        Assert.Equal(0, FaultDistance.Measure(FaultKind.Clipping, CleanTracks.Noise.Audio, quiet.Audio)!.Value, 1e-4);
    }

    [Fact]
    public void Stage_SparseStrokes_KeepsTheirPeaksUnderTheCeiling()
    {
        CleanTrack track = CleanTrack.Stage("a", CleanTracks.Strokes(60, 4, 0.01))!;

        Assert.Equal(CleanTrack.HighestPeakDbtp, track.Analysis.Extended.Loudness.TruePeakDbtp!.Value, 0.05);
        Assert.True(track.Analysis.Extended.Loudness.IntegratedLufs < CleanTrack.WorkingLufs);
    }

    [Fact]
    public void Stage_Silence_IsNull() => Assert.Null(CleanTrack.Stage("a", new(2, CleanTracks.RateHz, CleanTracks.RateHz)));
}
