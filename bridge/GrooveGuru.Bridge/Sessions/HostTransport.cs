using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>What the host said of its transport with the newest chunk.</summary>
/// <param name="Playing">Whether it rolls; true for a host that says nothing.</param>
/// <param name="Offline">Whether it renders faster than real time.</param>
/// <param name="PositionFrames">Project position of the chunk's first frame; null where the host tells none.</param>
/// <param name="TempoBpm">Tempo in BPM; null where the host tells none.</param>
/// <param name="MeterNumerator">Beats in a bar; 4 where the host tells none.</param>
/// <param name="MeterDenominator">Kind of note that is the beat; 4 where the host tells none that there is.</param>
internal sealed record HostTransport(
    bool Playing, bool Offline, long? PositionFrames, double? TempoBpm, int MeterNumerator, int MeterDenominator = 4)
{
    /// <summary>Before the first chunk.</summary>
    public static HostTransport Unknown { get; } = new(false, false, null, null, 4);

    /// <summary>Reads a chunk's transport.</summary>
    public static HostTransport Of(Transport? transport) => transport is null
        ? new HostTransport(true, false, null, null, 4)
        : new HostTransport(
            transport.Playing,
            transport.Offline,
            transport.HasProjectTimeFrames ? transport.ProjectTimeFrames : null,
            transport is { HasTempoBpm: true, TempoBpm: > 0 and < 10000 } ? transport.TempoBpm : null,
            transport is { HasMeterNumerator: true, MeterNumerator: > 0 and < 256 } ? transport.MeterNumerator : 4,
            transport is { HasMeterDenominator: true, MeterDenominator: 1 or 2 or 4 or 8 or 16 or 32 or 64 } ? transport.MeterDenominator : 4);
}
