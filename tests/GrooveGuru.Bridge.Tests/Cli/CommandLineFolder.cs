using System.Diagnostics;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Tests.Cli;

/// <summary>A folder to run the command line in, as a process of its own.</summary>
internal sealed class CommandLineFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("groove João #1 ").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public string WriteTone(string name, double seconds)
    {
        const int SampleRateHz = 44100;
        AudioBuffer tone = new(2, (int)(seconds * SampleRateHz), SampleRateHz);
        for (int frame = 0; frame < tone.FrameCount; frame++)
        {
            float sample = 0.25f * MathF.Sin(2 * MathF.PI * 660 * frame / SampleRateHz);
            tone.Channel(0)[frame] = sample;
            tone.Channel(1)[frame] = sample;
        }

        string path = System.IO.Path.Combine(Path, name);
        WavFile.Write(path, tone);
        return path;
    }

    public CommandLineResult Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "The command line did not end within two minutes.");
        return new CommandLineResult(process.ExitCode, output.Result, error.Result);
    }

    public Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path,
        };
        start.ArgumentList.Add(System.IO.Path.Combine(AppContext.BaseDirectory, "grooveguru.dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["GROOVEGURU_RUNTIME_DIR"] = System.IO.Path.Combine(Path, "run");
        start.Environment["GROOVEGURU_CACHE_DIR"] = System.IO.Path.Combine(Path, "cache");
        return Process.Start(start)!;
    }
}
