using GrooveGuru.Bridge.Cli;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
