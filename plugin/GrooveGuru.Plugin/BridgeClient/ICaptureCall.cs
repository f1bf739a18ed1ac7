using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>One open capture call, with the connection that it runs on.</summary>
internal interface ICaptureCall : IAsyncDisposable
{
    /// <summary>What else can be asked over the connection; ends with it.</summary>
    IBridgeCalls Calls { get; }

    /// <summary>Sends one message; it may be changed again when this has returned.</summary>
    ValueTask WriteAsync(CaptureUp message, CancellationToken cancellation);

    /// <summary>Says that nothing follows.</summary>
    Task CompleteAsync();

    /// <summary>What the bridge says, until it ends the call.</summary>
    IAsyncEnumerable<CaptureDown> Responses { get; }
}
