using System.CommandLine;

namespace GrooveGuru.Bridge.Cli;

/// <summary>Work of a command that Ctrl+C ends.</summary>
internal static class CancellableAction
{
    /// <summary>Sets what a command does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="work">The work; gives the exit code.</param>
    public static void SetCancellableAction(this Command command, Func<ParseResult, CancellationToken, int> work) =>
        // On a thread of its own: Ctrl+C is listened for only once this has returned.
        command.SetAction((parsed, cancellation) => Task.Run(() => work(parsed, cancellation), CancellationToken.None));
}
