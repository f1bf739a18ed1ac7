namespace GrooveGuru.Host;

/// <summary>One parameter of a plugin.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Units">Its unit; empty where there is none.</param>
/// <param name="StepCount">0 for continuous, else the number of values minus one.</param>
/// <param name="DefaultNormalized">Its value in a new instance, 0–1.</param>
/// <param name="IsReadOnly">Only the plugin writes it.</param>
/// <param name="CanAutomate">The host may write it while playing.</param>
/// <param name="IsBypass">It is the plugin's bypass.</param>
public sealed record HostParameter(
    uint Id,
    string Title,
    string Units,
    int StepCount,
    double DefaultNormalized,
    bool IsReadOnly,
    bool CanAutomate,
    bool IsBypass);
