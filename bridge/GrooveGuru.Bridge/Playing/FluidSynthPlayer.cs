using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Progress;

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

    // It refuses other rates.
    private const int LowestRateHz = 8000, HighestRateHz = 96000;
    private const double PlayingShare = 0.8;
    private const string LoadFailure = "Failed to load";

    /// <inheritdoc/>
    public string Identity => string.Create(
        CultureInfo.InvariantCulture, $"fluidsynth-{string.Concat(Path.GetFileName(soundFont).Where(char.IsAsciiLetterOrDigit).Take(24))}-{(new FileInfo(soundFont) is { Exists: true } font ? font.Length : 0)}");

    /// <inheritdoc/>
    public string? Remark => null;

    /// <inheritdoc/>
    public void Render(MidiSong song, int sampleRateHz, string folder, string path, IProgress<double> progress, CancellationToken cancellation)
    {
        if (!SoundFonts.IsSoundFont(soundFont))
        {
            // With another file the program would go on with a font of its own choice.
            throw new GrooveGuruException($"fluidsynth cannot play {soundFont}, which is no whole sound font.");
        }

        // Absolute, so that no name is read as an option.
        string beside = Path.GetFullPath(Path.Combine(folder, Path.GetFileName(path))), midi = $"{beside}.mid", settings = $"{beside}.cfg";
        int playedRateHz = Math.Clamp(sampleRateHz, LowestRateHz, HighestRateHz);
        bool isWanted = playedRateHz == sampleRateHz;
        string played = isWanted ? Path.GetFullPath(path) : $"{beside}.played.wav";
        try
        {
            MidiFileWriter.Write(song, midi);
            File.WriteAllBytes(settings, []);
            SongClock clock = new(song);
            double seconds = song.Tracks.SelectMany(track => track.Notes).Select(note => clock.SecondsAt(note.StartTicks + note.LengthTicks)).DefaultIfEmpty(0).Max();
            TimeSpan patience = TimeSpan.FromSeconds(Math.Max(LeastPatience.TotalSeconds, seconds / 2));
            IProgress<double> playing = isWanted ? progress : new PartProgress(progress, 0, PlayingShare);
            Run(midi, settings, playedRateHz, played, seconds * playedRateHz * StereoBytesPerFrame, patience, playing, cancellation);
            if (!isWanted)
            {
                ResampledWav.Write(played, path, sampleRateHz, new PartProgress(progress, PlayingShare, 1), cancellation);
                File.Delete(played);
            }
        }
        finally
        {
            File.Delete(midi);
            File.Delete(settings);
        }
    }

    private void Run(
        string midi,
        string settings,
        int sampleRateHz,
        string path,
        double bytes,
        TimeSpan patience,
        IProgress<double> progress,
        CancellationToken cancellation)
    {
        ProcessStartInfo start = new(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // No shell, no drivers, no settings of the user's; dry, so that left and right are compared and not rooms.
        string[] arguments =
        [
            "-n", "-i", "-q", "-f", settings, "-R", "0", "-C", "0", "-g", "0.2", "-T", "wav", "-O", "s16", "-F", path,
            "-r", sampleRateHz.ToString(CultureInfo.InvariantCulture), Path.GetFullPath(soundFont), midi,
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

            // A font that it cannot load it replaces by another, and calls that a success.
            string[] lines = said.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            string? failure = lines.FirstOrDefault(line => line.Contains(LoadFailure, StringComparison.Ordinal));
            if (process.ExitCode != 0 || failure is not null || !File.Exists(path))
            {
                throw new GrooveGuruException($"fluidsynth failed: {failure ?? lines.LastOrDefault() ?? $"exit code {process.ExitCode}"}");
            }

            _ = output;
        }
        catch (Win32Exception error)
        {
            throw new GrooveGuruException($"{program} cannot be run: {error.Message}", error);
        }
    }
}
