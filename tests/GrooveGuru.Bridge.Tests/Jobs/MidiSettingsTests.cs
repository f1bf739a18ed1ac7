using System.Reflection;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Tests.Jobs;

public class MidiSettingsTests
{
    private static readonly MidiSettings Usual = MidiSettings.Usual;

    private static readonly Dictionary<string, MidiSettings> Others = new()
    {
        [nameof(MidiSettings.Mode)] = Usual with { Mode = TranscriptionMode.Poly },
        [nameof(MidiSettings.TempoBpm)] = Usual with { TempoBpm = 100.5 },
        [nameof(MidiSettings.Meter)] = Usual with { Meter = new Meter(6, 8) },
        [nameof(MidiSettings.Role)] = Usual with { Role = TrackRole.Bass },
        [nameof(MidiSettings.Preview)] = Usual with { Preview = true },
        [nameof(ArrangementOptions.QuantiseStrength)] = With(new() { QuantiseStrength = 0.5 }),
        [nameof(ArrangementOptions.Grid)] = With(new() { Grid = QuantiseGrid.Sixteenth }),
        [nameof(ArrangementOptions.Legato)] = With(new() { Legato = true }),
        [nameof(ArrangementOptions.Monophonic)] = With(new() { Monophonic = true }),
        [nameof(ArrangementOptions.MinimumLengthSeconds)] = With(new() { MinimumLengthSeconds = 0.1 }),
        [nameof(ArrangementOptions.TransposeSemitones)] = With(new() { TransposeSemitones = -12 }),
        [nameof(ArrangementOptions.Selection)] = With(new() { Selection = new TimeSelection(0, 10) }),
        [nameof(ArrangementOptions.WithBends)] = With(new() { WithBends = true }),
        [nameof(ArrangementOptions.FixedVelocity)] = With(new() { FixedVelocity = 100 }),
    };

    [Fact]
    public void Key_OfEverySetting_IsAnother()
    {
        string[] settings = [.. Names(typeof(MidiSettings)).Except([nameof(MidiSettings.Arrangement)]), .. Names(typeof(ArrangementOptions))];
        Assert.Equal(settings.Order(), Others.Keys.Order()); // a new setting has to be added here
        Assert.Equal(Others.Count + 1, Others.Values.Append(Usual).Select(other => other.Key()).Distinct().Count());
    }

    [Fact]
    public void Key_OfTheSameSettings_IsTheSame() => Assert.Equal(Usual.Key(), (Usual with { }).Key());

    private static MidiSettings With(ArrangementOptions options) => Usual with { Arrangement = options };

    private static IEnumerable<string> Names(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name);
}
