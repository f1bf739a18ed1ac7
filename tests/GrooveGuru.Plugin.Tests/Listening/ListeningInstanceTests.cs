using GrooveGuru.Core.Audio;
using GrooveGuru.Plugin.Listening;
using GrooveGuru.Plugin.Tests.Editor.Desk;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Listening;

/// <summary>Listening as the host sees it: saved nowhere, and over with whatever the host does to the instance.</summary>
public sealed class ListeningInstanceTests : IDisposable
{
    private const int SampleRateHz = 48000;
    private readonly DeskFixture _desk = new();
    private readonly StoppedHost _host;

    public ListeningInstanceTests()
    {
        Assert.True(_desk.Instance.Processor.TrySetup(new ProcessSetup { SampleRate = SampleRateHz, MaxSamplesPerBlock = 8192 }));
        _desk.Instance.SetActive(true);
        _host = new StoppedHost(_desk.Instance.Processor, SampleRateHz);
    }

    private string Preview => Path.Combine(_desk.Folder, "preview.wav");

    public void Dispose()
    {
        _host.Dispose();
        _desk.Dispose();
    }

    [Fact]
    public void Listening_IsNotSavedAndOverWhenAStateIsLoaded()
    {
        byte[] saved = _desk.Instance.SaveState();
        Listen();

        Assert.Equal(saved, _desk.Instance.SaveState());
        Assert.True(_desk.Instance.TryLoadState(saved));

        DeskFixture.Await(() => _desk.State.Listening is null);
        AssertUntouched();
    }

    [Fact]
    public void Listening_OverADeactivation_IsOver()
    {
        Listen();

        _desk.Instance.SetActive(false);
        Assert.Null(_desk.State.Listening);
        _desk.Desk.Listen(Preview);
        Assert.Equal((null, ListeningWords.Inactive), (_desk.State.Listening, _desk.State.Note));
        _desk.Instance.SetActive(true);

        Assert.Null(_desk.State.Listening);
        AssertUntouched();
    }

    [Fact]
    public void Listening_WhenTheInstanceIsRemoved_IsOver()
    {
        Listen();

        _desk.Instance.Terminate();

        Assert.Null(_desk.State.Listening);
        AssertUntouched();
    }

    private void Listen()
    {
        float[] side = [.. Enumerable.Range(0, 30 * SampleRateHz).Select(frame => 0.4f * MathF.Sin(frame * 0.03f))];
        WavFile.Write(Preview, new AudioBuffer([side, side], SampleRateHz), WavFormat.Pcm16);
        _desk.Desk.Listen(Preview);
        DeskFixture.Await(() => _desk.State.Listening is { PositionSeconds: > 0 });
        Assert.Equal(ListeningWords.Heard, _desk.State.Note);
    }

    private void AssertUntouched()
    {
        int from = _host.Heard(0).Out.Length + StoppedHost.BlockFrames; // a block may be under way
        DeskFixture.Await(() => _host.Heard(0).Out.Length > from + (20 * StoppedHost.BlockFrames));
        (float[] input, float[] output) = _host.Heard(0);
        Assert.Equal(input[from..], output[from..]);
    }
}
