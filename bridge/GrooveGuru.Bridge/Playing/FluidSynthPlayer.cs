using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Playing;

/// <summary>A sound font, played by the program fluidsynth in a process of its own.</summary>
/// <param name="program">The program.</param>
/// <param name="soundFont">The font.</param>
internal sealed class FluidSynthPlayer(string program, string soundFont) : ISongPlayer
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    // It plays about a hundred times as fast as the song lasts; a busy machine is slower, one that hangs never ends.
    private static readonly TimeSpan LeastPatience = TimeSpan.FromMinutes(2);
    private const double StereoBytesPerFrame = 4;

    /// <inheritdoc/>
    public string Identity => string.Create(
        CultureInfo.InvariantCulture, $"fluidsynth-{string.Concat(Path.GetFileName(soundFont).Where(char.IsAsciiLetterOrDigit).Take(24))}-{new FileInfo(soundFont).Length}");

    /// <inheritdoc/>
    public string? Remark => null;

    /// <inheritdoc/>
    public void Render(MidiSong song, int sampleRateHz, string folder, string path, IProgress<double> progress, CancellationToken cancellation)
    {
        if (!SoundFonts.IsSoundFont(soundFont))
        {
            // With another file the program would go on with a font of its own choice.
            throw new GrooveGuruException($"fluidsynth cannot play {soundFont}, which is no sound font.");
        }

        string midi = Path.Combine(folder, "played.mid");
        MidiFileWriter.Write(song, midi);
        try
        {
            double seconds = song.Tracks.SelectMany(track => track.Notes).Select(note => song.SecondsAt(note.StartTicks + note.LengthTicks)).DefaultIfEmpty(0).Max();
            TimeSpan patience = TimeSpan.FromSeconds(Math.Max(LeastPatience.TotalSeconds, seconds / 2));
            Run(midi, sampleRateHz, path, seconds * sampleRateHz * StereoBytesPerFrame, patience, progress, cancellation);
        }
        finally
        {
            File.Delete(midi);
        }
    }

    private void Run(
        string midi, int sampleRateHz, string path, double bytes, TimeSpan patience, IProgress<double> progress, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // No shell, no drivers; dry, so that left and right are compared and not rooms.
        string[] arguments =
        [
            "-n", "-i", "-q", "-R", "0", "-C", "0", "-g", "0.2", "-T", "wav", "-O", "s16", "-F", path,
            "-r", sampleRateHz.ToString(CultureInfo.InvariantCulture), soundFont, midi,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> said = process.StandardError.ReadToEndAsync(CancellationToken.None), output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            try
            {
                long started = Stopwatch.GetTimestamp();
                while (!process.WaitForExit(LookInterval))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (Stopwatch.GetElapsedTime(started) > patience)
                    {
                        throw new GrooveGuruException("fluidsynth did not end in time.");
                    }

                    progress.Report(bytes > 0 && File.Exists(path) ? Math.Min(1, new FileInfo(path).Length / bytes) : 0);
                }
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                    process.WaitForExit();
                }
            }

            if (process.ExitCode != 0 || !File.Exists(path))
            {
                string[] lines = said.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                throw new GrooveGuruException($"fluidsynth failed: {lines.LastOrDefault() ?? $"exit code {process.ExitCode}"}");
            }

            _ = output;
        }
        catch (Win32Exception error)
        {
            throw new GrooveGuruException($"{program} cannot be run: {error.Message}", error);
        }
    }
}
