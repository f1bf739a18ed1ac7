using System.Collections.Concurrent;
using GrooveGuru.Core.Audio;
using GrooveGuru.Plugin.Listening;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Tests.Editor.Desk;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Listening;

public sealed class PreviewPlayerTests : IDisposable
{
    private const int SampleRateHz = 48000;
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-preview-").FullName;
    private readonly ParameterValues _values = new();
    private readonly AudioProcessor _processor;
    private readonly ConcurrentQueue<string> _told = new();
    private readonly PreviewPlayer _player;

    public PreviewPlayerTests()
    {
        _processor = new AudioProcessor(_values);
        _player = new PreviewPlayer(_processor, _told.Enqueue);
        Activate();
    }

    public void Dispose()
    {
        _player.EndNow();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Listen_ToTheEnd_IsHeardWholeAndThenTheTrackPassesBitForBit()
    {
        string path = Write(seconds: 1.5);
        float[] stored = AudioFile.ReadAll(path).Channels[1];
        using StoppedHost host = new(_processor, SampleRateHz);
        DeskFixture.Await(() => host.Heard(0).Out.Length > 4 * StoppedHost.BlockFrames);

        _player.Listen(path);
        DeskFixture.Await(() => _player.State is null && host.Heard(0).Out.Length > SampleRateHz * 2);

        (float[] input, float[] output) = host.Heard(1);
        int first = Enumerable.Range(0, output.Length).First(frame => input[frame] != output[frame]);
        Assert.Equal(stored[480..^480], output[(first + 480)..(first + stored.Length - 480)]);
        Assert.Equal(input[..first], output[..first]);
        Assert.Equal(input[(first + stored.Length)..], output[(first + stored.Length)..]);
        Assert.Empty(_told);
    }

    [Fact]
    public void Listen_WhileItGoesOn_SaysHowFarItIs()
    {
        using StoppedHost host = new(_processor, SampleRateHz);

        _player.Listen(Write(seconds: 30));

        DeskFixture.Await(() => _player.State is { PositionSeconds: >= 2, IsWithoutAudio: false });
        Assert.Equal(30, _player.State!.LengthSeconds, 1e-6);
        _player.Stop();
        DeskFixture.Await(() => _player.State is null);
        (float[] input, float[] output) = AfterAWhile(host);
        Assert.Equal(input, output);
    }

    [Fact]
    public void Listen_ToAnother_EndsTheFirst()
    {
        using StoppedHost host = new(_processor, SampleRateHz);
        string first = Write(seconds: 30), second = Write(seconds: 20, "other");

        _player.Listen(first);
        DeskFixture.Await(() => _player.State is { Path: { } path, PositionSeconds: > 0 } && path == first);
        _player.Listen(second);

        DeskFixture.Await(() => _player.State is { Path: { } path, LengthSeconds: 20, PositionSeconds: > 0 } && path == second);
    }

    [Fact]
    public void Host_ThatBeginsToPlay_EndsItAndTheUserIsTold()
    {
        using StoppedHost host = new(_processor, SampleRateHz);
        _player.Listen(Write(seconds: 30));
        DeskFixture.Await(() => _player.State is { PositionSeconds: > 0 });

        host.IsPlaying = true;

        DeskFixture.Await(() => _player.State is null && !_told.IsEmpty);
        Assert.Equal("The preview ended, because the host plays.", Assert.Single(_told));
        (float[] input, float[] output) = AfterAWhile(host);
        Assert.Equal(input, output);
        _player.Listen(Write(seconds: 30));
        DeskFixture.Await(() => _told.Count == 2);
        Assert.Equal("The host plays: stop it, then listen.", _told.Last());
    }

    [Fact]
    public void Host_ThatGivesNoAudio_IsSeenAndTheEndIsNotHeldUp()
    {
        using StoppedHost host = new(_processor, SampleRateHz);
        host.IsHeld = true;
        _player.Listen(Write(seconds: 30));

        DeskFixture.Await(() => _player.State is { IsWithoutAudio: true });
        host.IsHeld = false;
        DeskFixture.Await(() => _player.State is { IsWithoutAudio: false, PositionSeconds: > 0 });
        host.IsHeld = true;
        DeskFixture.Await(() => _player.State is { IsWithoutAudio: true });
        _player.Stop();

        DeskFixture.Await(() => _player.State is null);
        host.IsHeld = false;
        (float[] input, float[] output) = AfterAWhile(host);
        Assert.Equal(input, output);
    }

    [Fact]
    public void Host_ThatGivesNoAudioForLong_DoesNotHearThePreviewLater()
    {
        using StoppedHost host = new(_processor, SampleRateHz);
        host.IsHeld = true;
        PreviewPlayer impatient = new(_processor, _told.Enqueue, patience: TimeSpan.FromSeconds(1.5));
        impatient.Listen(Write(seconds: 30));
        DeskFixture.Await(() => impatient.State is { IsWithoutAudio: true });
        DeskFixture.Await(() => impatient.State is null);

        host.IsHeld = false;
        (float[] input, float[] output) = AfterAWhile(host);
        Assert.Equal(input, output);
        Assert.Equal(ListeningWords.GivenUp, _told.Last());
    }

    [Fact]
    public void Bypass_SwitchedOn_EndsItAndNoneBegins()
    {
        using StoppedHost host = new(_processor, SampleRateHz);
        _player.Listen(Write(seconds: 30));
        DeskFixture.Await(() => _player.State is { PositionSeconds: > 0 });

        _values.Publish(ParameterIds.Bypass, 1);

        DeskFixture.Await(() => _player.State is null && !_told.IsEmpty);
        _player.Listen(Write(seconds: 30));
        Assert.Null(_player.State);
        Assert.Equal(["The preview ended, because the plugin is bypassed.", ListeningWords.Bypassed], _told);
    }

    [Fact]
    public void Deactivation_WhileItIsHeard_EndsItAtOnceAndForGood()
    {
        using StoppedHost host = new(_processor, SampleRateHz);
        _player.Listen(Write(seconds: 30));
        DeskFixture.Await(() => _player.State is { PositionSeconds: > 0 });

        _player.EndNow();
        _processor.Release();

        Assert.Null(_player.State);
        Activate();
        (float[] input, float[] output) = AfterAWhile(host);
        Assert.Equal(input, output);
        Assert.Null(_player.State);
        Assert.Empty(_told);
    }

    [Fact]
    public void Processor_ReleasedByItself_EndsIt()
    {
        using StoppedHost host = new(_processor, SampleRateHz);
        _player.Listen(Write(seconds: 30));
        DeskFixture.Await(() => _player.State is { PositionSeconds: > 0 });

        _processor.Release();

        DeskFixture.Await(() => _player.State is null);
        _player.Listen(Write(seconds: 30));
        Assert.Equal([ListeningWords.Inactive], _told);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("torn")]
    public void File_ThatCannotBeRead_IsSaid(string fault)
    {
        string path = Path.Combine(_folder, "preview.wav");
        if (fault == "torn")
        {
            File.WriteAllBytes(path, [.. "RIFF"u8, 1, 2, 3, 4]);
        }

        using StoppedHost host = new(_processor, SampleRateHz);
        _player.Listen(path);

        DeskFixture.Await(() => _player.State is null && !_told.IsEmpty);
        Assert.StartsWith("The preview cannot be heard: ", Assert.Single(_told), StringComparison.Ordinal);
        (float[] input, float[] output) = AfterAWhile(host);
        Assert.Equal(input, output);
    }

    [Fact]
    public void System_WithoutAThread_IsSaid()
    {
        PreviewPlayer player = new(_processor, _told.Enqueue, _ => throw new InvalidOperationException());

        player.Listen(Write(seconds: 1));

        Assert.Null(player.State);
        Assert.Equal([ListeningWords.NoThread], _told);
        player.EndNow();
    }

    private void Activate()
    {
        Assert.True(_processor.TrySetup(new ProcessSetup { SampleRate = SampleRateHz, MaxSamplesPerBlock = 8192 }));
        _processor.Prepare();
    }

    // What goes through from now on.
    private static (float[] In, float[] Out) AfterAWhile(StoppedHost host)
    {
        int from = host.Heard(0).Out.Length + StoppedHost.BlockFrames; // a block may be under way
        DeskFixture.Await(() => host.Heard(0).Out.Length > from + (20 * StoppedHost.BlockFrames));
        (float[] input, float[] output) = host.Heard(0);
        return (input[from..], output[from..]);
    }

    private string Write(double seconds, string name = "preview")
    {
        string path = Path.Combine(_folder, $"{name}.wav");
        float[][] sides =
        [
            [.. Enumerable.Range(0, (int)(seconds * SampleRateHz)).Select(frame => 0.4f * MathF.Sin(frame * 0.03f))],
            [.. Enumerable.Range(0, (int)(seconds * SampleRateHz)).Select(frame => 0.7f * MathF.Sin(frame * 0.017f))],
        ];
        WavFile.Write(path, new AudioBuffer(sides, SampleRateHz), WavFormat.Pcm16);
        return path;
    }
}
