using System.Text.Json.Nodes;
using GrooveGuru.Core.Audio;
using GrooveGuru.Host.Playback;

namespace GrooveGuru.Host.Cli;

/// <summary>Plays one file through one plugin and says what came of it.</summary>
internal sealed class HostRun(HostOptions options)
{
    private const double ProgressEverySeconds = 0.25;
    private double _nextProgressSeconds;

    /// <summary>Runs.</summary>
    /// <returns>0 when the output equals the input bit for bit, else 1.</returns>
    public int Execute()
    {
        AudioBuffer audio = AudioFile.ReadAll(options.Input);
        using Vst3Module module = Vst3Module.Load(options.Bundle);
        using Vst3Plugin plugin = module.Create();
        if (!plugin.TrySetChannels(audio.ChannelCount))
        {
            throw new Vst3HostException($"{plugin.Class.Name} does not take {audio.ChannelCount} channels. Play a mono or stereo file.");
        }

        if (options.StateIn is { } stateIn && !plugin.LoadState(File.ReadAllBytes(stateIn)))
        {
            throw new Vst3HostException($"{stateIn} is no state of {plugin.Class.Name}.");
        }

        plugin.SetTrackName(options.TrackName);
        plugin.Start(audio.SampleRateHz, options.Playback.BlockFrames, options.IsOffline);
        FilePlayer player = new(plugin, audio, options.Playback);
        player.Play(seconds => Progress("playing", seconds, audio.DurationSeconds, plugin));
        if (options.TailUntilStdinCloses)
        {
            _nextProgressSeconds = 0;
            StdinEnd end = new();
            Progress("played", 0, audio.DurationSeconds, plugin);
            player.Idle(() => end.IsReached, seconds => Progress("stopped", seconds, audio.DurationSeconds, plugin));
        }

        plugin.Stop();
        if (options.StateOut is { } stateOut)
        {
            File.WriteAllBytes(stateOut, plugin.SaveState());
        }

        return Finish(player, plugin, audio);
    }

    private int Finish(FilePlayer player, Vst3Plugin plugin, AudioBuffer audio)
    {
        bool isIdentical = player.DifferingFrames == 0;
        JsonObject result = new()
        {
            ["event"] = "result",
            ["plugin"] = plugin.Class.Name,
            ["version"] = plugin.Class.Version,
            ["input"] = options.Input,
            ["duration_seconds"] = audio.DurationSeconds,
            ["sample_rate_hz"] = audio.SampleRateHz,
            ["channel_count"] = audio.ChannelCount,
            ["bit_identical"] = isIdentical,
            ["differing_frames"] = player.DifferingFrames,
            ["outputs"] = Outputs(plugin),
        };
        if (options.Json is { } json and not "-")
        {
            File.WriteAllText(json + ".part", result.ToJsonString() + "\n");
            File.Move(json + ".part", json, overwrite: true);
        }

        if (options.ShowProgress || options.Json == "-")
        {
            Console.Out.WriteLine(result.ToJsonString());
        }
        else
        {
            Console.Out.WriteLine(isIdentical
                ? "The output equals the input bit for bit."
                : $"The output differs from the input in {player.DifferingFrames} of {audio.FrameCount} frames.");
            foreach (HostParameter parameter in plugin.Parameters.Where(parameter => parameter.IsReadOnly))
            {
                string? text = plugin.ToText(parameter.Id, Value(plugin, parameter));
                Console.Out.WriteLine($"{parameter.Title}: {text} {parameter.Units}".TrimEnd());
            }
        }

        return isIdentical ? 0 : 1;
    }

    private void Progress(string state, double seconds, double durationSeconds, Vst3Plugin plugin)
    {
        if (!options.ShowProgress || seconds < _nextProgressSeconds)
        {
            return;
        }

        _nextProgressSeconds = seconds + (ProgressEverySeconds * Math.Max(1, state == "playing" ? options.Playback.Speed : 1));
        Console.Out.WriteLine(new JsonObject
        {
            ["event"] = state,
            ["seconds"] = Math.Round(seconds, 3),
            ["duration_seconds"] = durationSeconds,
            ["outputs"] = Outputs(plugin),
        }.ToJsonString());
        Console.Out.Flush();
    }

    private static JsonObject Outputs(Vst3Plugin plugin)
    {
        JsonObject outputs = [];
        foreach (HostParameter parameter in plugin.Parameters.Where(parameter => parameter.IsReadOnly))
        {
            double normalized = Value(plugin, parameter);
            outputs[parameter.Title] = new JsonObject
            {
                ["value"] = plugin.ToPlain(parameter.Id, normalized),
                ["text"] = plugin.ToText(parameter.Id, normalized),
                ["unit"] = parameter.Units,
            };
        }

        return outputs;
    }

    // What the plugin has sent while processing, as a host without an editor shows it.
    private static double Value(Vst3Plugin plugin, HostParameter parameter)
        => plugin.OutputValues.TryGetValue(parameter.Id, out double sent) ? sent : parameter.DefaultNormalized;
}
