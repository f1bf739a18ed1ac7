using GrooveGuru.Contracts.Wire;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Sentences for the user: what happened, to what, and what to do.</summary>
internal static class BridgeWords
{
    /// <summary>Before the host has activated the instance.</summary>
    public const string NotLookedFor = "The bridge is looked for as soon as the host switches this plugin on.";

    /// <summary>After a connection was lost.</summary>
    public const string Lost = "The connection to the bridge was lost; it is being looked for again. The audio and the meters go on.";

    /// <summary>An error of the client itself.</summary>
    public const string ClientFailed = "The way to the bridge failed; it is tried again every few seconds. plugin.log says why.";

    /// <summary>Nothing is connected, and something was asked for.</summary>
    public const string NoBridge = "No bridge is connected, so this cannot be done now. It is looked for all the time; try again when it is there.";

    /// <summary>A bridge that is there and silent.</summary>
    /// <param name="processId">Its process; null where that is not known.</param>
    public static string NoAnswer(int? processId) =>
        $"A bridge is running{(processId is { } id ? $" (process {id})" : "")} but does not answer. It is asked again and again; "
        + "if this stays, end that process and a new one is started by itself. The audio and the meters go on.";

    /// <summary>A bridge that was started and has not come up.</summary>
    /// <param name="logPath">Where its own words are.</param>
    /// <param name="whyNoLog">Why nothing can be written there; null where it can.</param>
    public static string NeverCameUp(string logPath, string? whyNoLog) => whyNoLog is null
        ? $"The bridge was started but does not come up; {logPath} says why. It is tried again every few seconds."
        : $"The bridge was started but does not come up, and no log says why ({whyNoLog.TrimEnd('.')}). It is tried again every few seconds.";

    /// <summary>No bridge, for a reason.</summary>
    public static string NotThere(string reason) =>
        $"There is no bridge: {reason.TrimEnd('.')}. It is looked for every few seconds; the audio and the meters go on.";

    /// <summary>A bridge of another contract, seen in its greeting.</summary>
    public static string OtherVersion(string bridgeVersion, int bridgeContract, int ownContract) =>
        $"The plugin {PluginIdentity.Version} speaks contract {ownContract}, the running bridge {bridgeVersion} speaks {bridgeContract}: "
        + "install the same version of both, then end the running bridge.";

    /// <summary>Why a wish was not granted.</summary>
    /// <param name="wish">What was wanted, as a sentence begins: "The stems were not begun".</param>
    /// <param name="error">What the bridge said, or that it did not.</param>
    public static string Refused(string wish, GrpcException error) => error.Code switch
    {
        GrpcStatusCode.DeadlineExceeded => $"{wish}: the bridge does not answer. It may be busy; try again in a moment.",
        GrpcStatusCode.Unavailable => $"{wish}: the connection to the bridge was lost. Try again when it is back.",
        GrpcStatusCode.Unimplemented => $"{wish}: this bridge cannot do that. Install plugin and bridge of the same version.",
        _ => $"{wish}: {error.Detail}",
    };
}
