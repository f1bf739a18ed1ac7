using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Tests.Processing;
using GrooveGuru.Plugin.Vst3;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Vst3;

/// <summary>IAudioProcessor as a host calls it where code is compiled just in time; the bundle's own way in is tested on the bundle.</summary>
public sealed unsafe class AudioProcessorEntriesTests : IDisposable
{
    private readonly ComponentObject _component = new();
    private readonly TestBlock _block = new(seed: 1);
    private readonly void* _processor;

    public AudioProcessorEntriesTests()
    {
        Tuid id = InterfaceIds.AudioProcessor;
        void* face = null;
        Assert.Equal(Result.Ok, _component.QueryInterface(&id, &face));
        _processor = face;
    }

    public void Dispose()
    {
        _component.ReleaseReference();
        _component.ReleaseReference();
        _block.Dispose();
    }

    [Fact]
    public void Process_ThroughTheVtable_PassesBitsAndTakesParameters()
    {
        AudioProcessorVtable* functions = *(AudioProcessorVtable**)_processor;
        using TestParameterChanges changes = new();
        _block.Set(2, 2, 64).Data->InputParameterChanges = changes.Input((ParameterIds.Bypass, 1));

        Assert.Equal(Result.Ok, functions->SetProcessing(_processor, 1));
        Assert.Equal(Result.Ok, functions->Process(_processor, _block.Data));

        Assert.Equal(_block.InputBits(1, 64), _block.OutputBits(1, 64));
        Assert.True(_component.Instance.Values.IsBypassed);
    }

    [Fact]
    public void Process_OfNothing_IsRefused()
        => Assert.Equal(Result.InvalidArgument, (*(AudioProcessorVtable**)_processor)->Process(_processor, null));
}
