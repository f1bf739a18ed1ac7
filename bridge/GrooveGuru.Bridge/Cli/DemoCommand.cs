using System.CommandLine;
using GrooveGuru.Bridge.Demo;
using GrooveGuru.Bridge.Diagnosis;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`grooveguru demo [AUDIO]`: the whole way, once.</summary>
internal static class DemoCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Argument<string?> audio = new("AUDIO")
        {
            Description = "A song of yours; without one, a song that Groove Guru composes itself and knows all about.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> outFolder = CommonOptions.Out("report.json, stems, MIDI and its page");
        Option<string> bundle = new("--bundle")
        {
            Description = "The plugin.",
            HelpName = "BUNDLE",
            DefaultValueFactory = _ => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "vst3", PluginBundle.FolderName)),
        };
        Option<string> host = new("--host")
        {
            Description = "The headless VST3 host.",
            HelpName = "PROGRAM",
            DefaultValueFactory = _ => Path.GetFullPath(Path.Combine(
                AppContext.BaseDirectory, "..", "host", OperatingSystem.IsWindows() ? "grooveguru-host.exe" : "grooveguru-host")),
        };
        Option<double> speed = new("--speed")
        {
            Description = "How many times faster than real time to play.",
            HelpName = "N",
            DefaultValueFactory = _ => 6, // what waits for the bridge holds 4 s: at this speed a hold-up of 0.6 s loses nothing
        };
        CommonOptions.RequireBetween(speed, 0.5, 50);
        Command command = new(
            "demo", "Play a song through the real plugin in a headless host and bring back the report, stems and MIDI.")
        {
            audio, outFolder, bundle, host, speed,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            DemoOptions options = new(
                parsed.GetValue(audio),
                parsed.GetValue(outFolder)!,
                parsed.GetValue(bundle)!,
                parsed.GetValue(host)!,
                parsed.GetValue(speed));
            return await DemoRun.RunAsync(options, cancellation).ConfigureAwait(false) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
