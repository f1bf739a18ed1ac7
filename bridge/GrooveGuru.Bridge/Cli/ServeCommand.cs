using System.CommandLine;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Core.Errors;
using Microsoft.Extensions.Logging;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru serve`: the bridge that plugins connect to.</summary>
internal static class ServeCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Option<int> port = new("--tcp-port")
        {
            Description = "Port on 127.0.0.1; 0 takes any free one.",
            HelpName = "PORT",
            DefaultValueFactory = _ => 0,
        };
        CommonOptions.RequireBetween(port, 0, ushort.MaxValue);
        Option<bool> verbose = new("--verbose") { Description = "Log every call." };
        Command command = new("serve", "Run the bridge until interrupted; plugins find it by themselves.") { port, verbose };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetValue(port), parsed.GetValue(verbose), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int port, bool verbose, CancellationToken cancellation)
    {
        EndpointLocation location = EndpointLocation.Find(out string? whyNone) ?? throw new GrooveGuruException(whyNone!);
        using ILoggerFactory log = BridgeLog.Create(verbose ? LogLevel.Debug : LogLevel.Information);
        RunningBridge? bridge = await RunningBridge.StartAsync(
            location, port, TimeProvider.System, log, cancellation).ConfigureAwait(false);
        if (bridge is null)
        {
            await Console.Error.WriteLineAsync($"{ProgramName.Current}: a bridge is running already; nothing to do.").ConfigureAwait(false);
            return ExitCode.Done;
        }

        await using (bridge.ConfigureAwait(false))
        {
            await Console.Out.WriteLineAsync(
                $"Groove Guru bridge {BridgeVersion.Current} listens on "
                + (bridge.Endpoint.SocketPath is { } socket ? $"{socket} and " : "") + $"127.0.0.1:{bridge.Endpoint.TcpPort}")
                .ConfigureAwait(false);
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // interrupted: the normal end
            }
        }

        return ExitCode.Done;
    }
}
