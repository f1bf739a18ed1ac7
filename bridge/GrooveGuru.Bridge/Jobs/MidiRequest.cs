using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Transcription;
using CoreMeter = GrooveGuru.Core.Arrangement.Meter;
using CoreRole = GrooveGuru.Core.Semantics.Roles.TrackRole;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>Reads the options of a transcription as they come over the wire.</summary>
internal static class MidiRequest
{
    /// <summary>The largest transposition, semitones.</summary>
    public const int MaxTranspose = 48;

    /// <summary>The longest shortest note, s.</summary>
    public const double MaxMinimumSeconds = 10;

    /// <summary>The slowest and fastest tempo that may be told, BPM.</summary>
    public const double MinTempoBpm = 10, MaxTempoBpm = 1000;

    /// <summary>The most beats in a bar, and the shortest note value of a beat, that may be told.</summary>
    public const int MaxMeterNumber = 32;

    private const double LatestSeconds = 1e6;

    /// <summary>Reads a message.</summary>
    /// <param name="options">The message; null for what is usual.</param>
    /// <exception cref="GrpcException">INVALID_ARGUMENT for a value outside its range.</exception>
    public static MidiSettings Read(MidiOptions? options)
    {
        if (options is null)
        {
            return MidiSettings.Usual;
        }

        Require(options.QuantiseStrength is >= 0 and <= 1, "quantise_strength lies between 0 and 1.");
        Require(Enum.IsDefined(options.Mode), "This bridge knows no such mode.");
        Require(Enum.IsDefined(options.Grid), "This bridge knows no such grid.");
        Require(options.MinLengthS is >= 0 and <= MaxMinimumSeconds, "min_length_s lies between 0 and 10.");
        Require(options.Transpose is >= -MaxTranspose and <= MaxTranspose, "transpose lies between -48 and 48.");
        Require(!options.HasFixedVelocity || options.FixedVelocity is >= 1 and <= 127, "fixed_velocity lies between 1 and 127.");
        Require(!options.HasTempoBpm || options.TempoBpm is >= MinTempoBpm and <= MaxTempoBpm, "tempo_bpm lies between 10 and 1000.");
        Require(
            options.HasMeterNumerator == options.HasMeterDenominator && (!options.HasMeterNumerator || IsMeter(options.MeterNumerator, options.MeterDenominator)),
            "meter_numerator lies between 1 and 32, meter_denominator is 1, 2, 4, 8, 16 or 32, and they come together.");
        Require(Enum.IsDefined(options.Role), "This bridge knows no such role.");
        double end = options.HasEndS ? options.EndS : double.PositiveInfinity;
        Require(options.StartS is >= 0 and <= LatestSeconds && end > options.StartS, "start_s is not negative, and end_s lies behind it.");
        return new MidiSettings
        {
            Mode = options.Mode switch
            {
                MidiMode.Auto => TranscriptionMode.Auto,
                MidiMode.Poly => TranscriptionMode.Poly,
                MidiMode.Mono => TranscriptionMode.Mono,
                MidiMode.Drums => TranscriptionMode.Drums,
                _ => MidiSettings.Usual.Mode,
            },
            Arrangement = new ArrangementOptions
            {
                QuantiseStrength = options.QuantiseStrength,
                Grid = (QuantiseGrid)(int)options.Grid,
                Legato = options.Legato,
                Monophonic = options.Monophonic,
                MinimumLengthSeconds = options.MinLengthS,
                TransposeSemitones = options.Transpose,
                Selection = new TimeSelection(options.StartS, end),
                WithBends = options.Bends,
                FixedVelocity = options.HasFixedVelocity ? options.FixedVelocity : null,
            },
            TempoBpm = options.HasTempoBpm ? options.TempoBpm : null,
            Meter = options.HasMeterNumerator ? new CoreMeter(options.MeterNumerator, options.MeterDenominator) : null,
            Role = options.Role is TrackRole.Unspecified ? null : Enum.Parse<CoreRole>($"{options.Role}"),
            Preview = options.Preview,
        };
    }

    /// <summary>Whether a meter may be told.</summary>
    /// <param name="numerator">Beats in a bar.</param>
    /// <param name="denominator">The note value of a beat.</param>
    public static bool IsMeter(int numerator, int denominator) =>
        numerator is >= 1 and <= MaxMeterNumber && denominator is >= 1 and <= MaxMeterNumber && int.IsPow2(denominator);

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, message);
        }
    }
}
