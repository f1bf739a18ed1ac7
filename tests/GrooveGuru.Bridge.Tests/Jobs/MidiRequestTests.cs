using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Tests.Jobs;

public class MidiRequestTests
{
    [Fact]
    public void Read_NothingOrNoOption_IsTheUsual()
    {
        Assert.Same(MidiSettings.Usual, MidiRequest.Read(null));
        Assert.Equal(MidiSettings.Usual.Key(), MidiRequest.Read(new MidiOptions()).Key());
    }

    [Fact]
    public void Read_EveryOption_Arrives()
    {
        MidiSettings settings = MidiRequest.Read(new MidiOptions
        {
            Mode = MidiMode.Drums,
            QuantiseStrength = 0.75,
            Grid = MidiGrid.SixteenthTriplet,
            Legato = true,
            Monophonic = true,
            MinLengthS = 0.1,
            Transpose = -5,
            StartS = 2,
            EndS = 8,
            Bends = true,
            FixedVelocity = 99,
            Preview = true,
            TempoBpm = 93,
            MeterNumerator = 7,
            MeterDenominator = 8,
            Role = TrackRole.FullMix,
        });
        MidiSettings expected = new()
        {
            Mode = TranscriptionMode.Drums,
            Arrangement = new ArrangementOptions
            {
                QuantiseStrength = 0.75,
                Grid = QuantiseGrid.SixteenthTriplet,
                Legato = true,
                Monophonic = true,
                MinimumLengthSeconds = 0.1,
                TransposeSemitones = -5,
                Selection = new TimeSelection(2, 8),
                WithBends = true,
                FixedVelocity = 99,
            },
            TempoBpm = 93,
            Meter = new Core.Arrangement.Meter(7, 8),
            Role = Core.Semantics.Roles.TrackRole.FullMix,
            Preview = true,
        };
        Assert.Equal(expected, settings);
    }

    [Fact]
    public void Read_GridsOfTheContract_AreTheirNamesakes() => Assert.All(
        Enum.GetValues<MidiGrid>().Where(grid => grid != MidiGrid.Unspecified),
        grid => Assert.Equal($"{grid}", $"{MidiRequest.Read(new MidiOptions { Grid = grid }).Arrangement.Grid}"));

    public static TheoryData<MidiOptions> OutOfRange => new()
    {
        new MidiOptions { Mode = (MidiMode)99 },
        new MidiOptions { Grid = (MidiGrid)99 },
        new MidiOptions { QuantiseStrength = 1.01 },
        new MidiOptions { QuantiseStrength = double.NaN },
        new MidiOptions { MinLengthS = -1 },
        new MidiOptions { Transpose = 49 },
        new MidiOptions { StartS = -1 },
        new MidiOptions { StartS = 5, EndS = 5 },
        new MidiOptions { EndS = double.NaN },
        new MidiOptions { FixedVelocity = 0 },
        new MidiOptions { FixedVelocity = 128 },
        new MidiOptions { TempoBpm = 9 },
        new MidiOptions { MeterNumerator = 3 },
        new MidiOptions { MeterDenominator = 4 },
        new MidiOptions { MeterNumerator = 33, MeterDenominator = 4 },
        new MidiOptions { MeterNumerator = 4, MeterDenominator = 3 },
        new MidiOptions { MeterNumerator = 4, MeterDenominator = 64 },
        new MidiOptions { Role = (TrackRole)99 },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Read_OutOfRange_IsAnInvalidArgument(MidiOptions options) =>
        Assert.Equal(GrpcStatusCode.InvalidArgument, Assert.Throws<GrpcException>(() => MidiRequest.Read(options)).Code);
}
