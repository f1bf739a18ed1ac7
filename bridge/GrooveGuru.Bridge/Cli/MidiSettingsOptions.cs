using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Cli;

/// <summary>What can be asked of `midi`, in a musician's words.</summary>
internal sealed class MidiSettingsOptions
{
    private const double Percent = 100, MillisecondsPerSecond = 1000;

    private static readonly (string, QuantiseGrid)[] Grids =
    [
        ("auto", QuantiseGrid.Auto), ("1/4", QuantiseGrid.Quarter), ("1/8", QuantiseGrid.Eighth), ("1/8t", QuantiseGrid.EighthTriplet),
        ("1/16", QuantiseGrid.Sixteenth), ("1/16t", QuantiseGrid.SixteenthTriplet), ("1/32", QuantiseGrid.ThirtySecond),
    ];

    private readonly ChoiceOption<TranscriptionMode> _mode = MidiModeOption.Create(MidiSettings.Usual.Mode);

    private readonly Option<double> _quantise = NumberOption.Create(
        "--quantise", "PERCENT", "How far notes move to the grid: 0 leaves them as played, 100 puts them on it. Swing is kept.", 0, Percent, 0);

    private readonly ChoiceOption<QuantiseGrid> _grid = new(
        "--grid", Grids, "The grid of --quantise; t is a triplet, and auto takes the one that the notes fit best.", "auto");

    private readonly Option<bool> _legato = new("--legato") { Description = "Hold each note until the next begins; rests longer than a quarter stay." };

    private readonly Option<bool> _monophonic = new("--monophonic") { Description = "Make one voice of what sounds together: the highest note." };

    private readonly Option<double> _minLength = NumberOption.Create(
        "--min-length", "MS", "Leave out notes that are shorter than this many milliseconds.", 0, MidiRequest.MaxMinimumSeconds * MillisecondsPerSecond, 0);

    private readonly Option<int> _transpose = NumberOption.Create(
        "--transpose", "SEMITONES", "Move all notes but drums up, or down with a minus.", -MidiRequest.MaxTranspose, MidiRequest.MaxTranspose, 0);

    private readonly Option<double?> _from = Seconds.Option("--from", "Only notes from here on; bar lines stay where they are.", mayBeZero: true);

    private readonly Option<double?> _to = Seconds.Option("--to", "Only notes up to here.", mayBeZero: false);

    private readonly Option<bool> _bends = new("--bends") { Description = "Write vibrato and slides of a single voice as pitch bends." };

    private readonly Option<int?> _velocity = new("--velocity")
    {
        Description = "How hard notes are struck: measured, or one velocity for all. [default: measured]",
        HelpName = "measured|1–127",
        CustomParser = ReadVelocity,
    };

    private readonly Option<TrackRole?> _role = RoleOption.Create();

    private readonly Option<double?> _tempo = NumberOption.Create(
        "--tempo", "BPM", "The tempo of the piece, where you know it; it is heard otherwise.", MidiRequest.MinTempoBpm, MidiRequest.MaxTempoBpm);

    private readonly Option<Meter?> _meter = MeterOption.Create();

    private readonly Option<bool> _preview = new("--preview")
    {
        Description = "Also write preview.wav: the recording on the left, the notes on the right, equally loud.",
    };

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All =>
        [_mode.Option, _quantise, _grid.Option, _legato, _monophonic, _minLength, _transpose, _from, _to, _bends, _velocity, _role, _tempo, _meter, _preview];

    /// <summary>Refuses what does not go together.</summary>
    public void AddValidators(Command command) => command.Validators.Add(OutputFiles.Validator(result =>
        result.GetValue(_to) is { } to && result.GetValue(_from) is { } from && to <= from
            ? string.Create(CultureInfo.InvariantCulture, $"--to ({to:0.###} s) must lie behind --from ({from:0.###} s).")
            : null));

    /// <summary>What the user chose.</summary>
    public MidiSettings Read(ParseResult parsed) => new()
    {
        Mode = _mode.Read(parsed),
        Arrangement = new ArrangementOptions
        {
            QuantiseStrength = parsed.GetValue(_quantise) / Percent,
            Grid = _grid.Read(parsed),
            Legato = parsed.GetValue(_legato),
            Monophonic = parsed.GetValue(_monophonic),
            MinimumLengthSeconds = parsed.GetValue(_minLength) / MillisecondsPerSecond,
            TransposeSemitones = parsed.GetValue(_transpose),
            Selection = new TimeSelection(parsed.GetValue(_from) ?? 0, parsed.GetValue(_to) ?? double.PositiveInfinity),
            WithBends = parsed.GetValue(_bends),
            FixedVelocity = parsed.GetValue(_velocity),
        },
        TempoBpm = parsed.GetValue(_tempo),
        Meter = parsed.GetValue(_meter),
        Role = parsed.GetValue(_role),
        Preview = parsed.GetValue(_preview),
    };

    private static int? ReadVelocity(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (text.Equals("measured", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int velocity) && velocity is >= 1 and <= 127)
        {
            return velocity;
        }

        result.AddError($"--velocity is measured or a number from 1 to 127, not '{text}'.");
        return null;
    }
}
