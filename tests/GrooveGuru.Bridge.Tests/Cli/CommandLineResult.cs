namespace GrooveGuru.Bridge.Tests.Cli;

/// <summary>What a run of the command line left behind.</summary>
internal sealed record CommandLineResult(int ExitCode, string Output, string Error);
