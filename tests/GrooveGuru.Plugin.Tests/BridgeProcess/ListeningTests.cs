using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Audio;
using GrooveGuru.Plugin.Tests.Editor.Desk;
using GrooveGuru.Plugin.Tests.Listening;
using GrooveGuru.Plugin.Tests.Processing;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.BridgeProcess;

/// <summary>The notes of a track, written by the real bridge and listened to through the plugin.</summary>
public sealed unsafe class ListeningTests : IDisposable
{
    private const int SampleRateHz = 48000, OtherRateHz = 44100, BlockFrames = 1024, FadeFrames = 480;
    private const double Seconds = 6;
    private static readonly double[] TuneHz = [261.63, 293.66, 329.63, 392.00, 440.00, 392.00, 329.63, 293.66];
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-listen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixFact]
    public void Notes_OfAPlayedTrack_AreHeardBesideItAndTheTrackIsUntouchedBeforeAndAfter()
    {
        using RunningBridge bridge = new(_folder);
        using PlayedTrack track = new(new EndpointLocation(Path.Combine(_folder, "run")));
        Activate(track, SampleRateHz);
        DeskFixture.Await(() => track.State.Services.Contains("midi"));
        PlayTune(track);
        DeskFixture.Await(() => track.State.WhyNoJob is null && track.State.HeardSeconds > Seconds - 1);
        track.Desk.StartJob("midi");
        DeskFixture.Await(() => track.State.Jobs[0].State is JobState.Done or JobState.Failed);
        JobFile file = track.State.Jobs[0].Files.Single(item => item.Name == "preview");
        AudioBuffer preview = AudioFile.ReadAll(file.Path);
        Assert.True(Peak(preview.Channels[0]) > 0.1 && Peak(preview.Channels[1]) > 0.1, "one side of the preview is silent");

        using (StoppedHost host = new(track.Instance.Processor, SampleRateHz))
        {
            DeskFixture.Await(() => host.Heard(0).Out.Length > 4 * StoppedHost.BlockFrames);
            track.Desk.Listen(file.Path);
            DeskFixture.Await(() => track.State.Listening is { PositionSeconds: > 1 });
            Assert.NotNull(track.State.Note); // on every page
            DeskFixture.Await(() => track.State.Listening is null);
            int heard = host.Heard(0).Out.Length;
            DeskFixture.Await(() => host.Heard(0).Out.Length > heard + (4 * StoppedHost.BlockFrames));
            for (int side = 0; side < 2; side++)
            {
                AssertHeardOnce(host.Heard(side), preview.Channels[side]);
            }
        }

        // The host goes to another rate: nothing sounds by itself, and the same preview is heard at that one.
        track.Instance.SetActive(false);
        Activate(track, OtherRateHz);
        using StoppedHost other = new(track.Instance.Processor, OtherRateHz);
        track.Desk.Listen(file.Path);
        DeskFixture.Await(() => track.State.Listening is { PositionSeconds: > 1 });
        track.Desk.StopListening();
        DeskFixture.Await(() => track.State.Listening is null);
        (float[] input, float[] output) = other.Heard(0);
        int first = FirstDifference(input, output) + (int)(0.5 * OtherRateHz);
        double error = Enumerable.Range(0, OtherRateHz / 4).Max(frame => Math.Abs(
            output[first + frame] - At(preview.Channels[0], (first - FirstDifference(input, output) + frame) * (double)SampleRateHz / OtherRateHz)));
        Assert.True(error < 0.01, $"{error}");
        Assert.False(track.Instance.Processor.Values.IsBypassed);
    }

    private static void Activate(PlayedTrack track, int sampleRateHz)
    {
        Assert.True(track.Instance.Processor.TrySetup(new ProcessSetup { SampleRate = sampleRateHz, MaxSamplesPerBlock = BlockFrames }));
        track.SwitchOn();
    }

    // A tune of soft tones, as fast as the bridge takes it, with the transport rolling; then a moment of standing still.
    private static void PlayTune(PlayedTrack track)
    {
        using TestBlock block = new(seed: 1, maxChannels: 2);
        for (long frame = 0; frame < (Seconds + 0.5) * SampleRateHz; frame += BlockFrames)
        {
            for (int index = 0; index < BlockFrames; index++)
            {
                double time = (double)(frame + index) / SampleRateHz, inNote = time % 0.5;
                double hz = TuneHz[(int)(time / 0.5) % TuneHz.Length], level = time < Seconds ? Math.Min(1, inNote * 100) * Math.Exp(-inNote * 3) : 0;
                double tone = Enumerable.Range(1, 5).Sum(partial => Math.Sin(2 * Math.PI * hz * partial * time) / partial);
                block.Inputs[0][index] = block.Inputs[1][index] = (float)(0.25 * level * tone);
            }

            block.Set(2, 2, BlockFrames).Context = new ProcessContext
            {
                State = (uint)(ProcessContextState.TempoValid | (frame < Seconds * SampleRateHz ? ProcessContextState.Playing : 0)),
                ProjectTimeSamples = Math.Min(frame, (long)(Seconds * SampleRateHz)),
                Tempo = 120,
            };
            DeskFixture.Await(() => track.Instance.Processor.Ring!.WaitingBytes < track.Instance.Processor.Ring.CapacityBytes / 2);
            Assert.Equal(Result.Ok, track.Instance.Processor.Process(block.Data));
            Assert.Equal(block.InputBits(0, BlockFrames), block.OutputBits(0, BlockFrames));
        }
    }

    private static void AssertHeardOnce((float[] In, float[] Out) heard, float[] preview)
    {
        int first = FirstDifference(heard.In, heard.Out), end = first + preview.Length;
        Assert.Equal(heard.In[..first], heard.Out[..first]);
        Assert.Equal(preview[FadeFrames..^FadeFrames], heard.Out[(first + FadeFrames)..(end - FadeFrames)]);
        Assert.Equal(heard.In[end..], heard.Out[end..]);
    }

    private static int FirstDifference(float[] input, float[] output) => Enumerable.Range(0, output.Length).First(frame => input[frame] != output[frame]);

    private static float Peak(float[] samples) => samples.Max(Math.Abs);

    private static double At(float[] samples, double frame)
    {
        int before = (int)frame;
        return samples[before] + ((frame - before) * (samples[before + 1] - samples[before]));
    }
}
