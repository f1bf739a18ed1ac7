using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests;

public sealed unsafe class Vst3PluginTests : IDisposable
{
    private readonly Vst3Module? _module;
    private readonly Vst3Plugin? _plugin;

    public Vst3PluginTests()
    {
        if (OperatingSystem.IsLinux())
        {
            _module = Vst3Module.Load(BuiltFiles.Bundle);
            _plugin = _module.Create();
        }
    }

    private Vst3Plugin Plugin => _plugin!;

    public void Dispose()
    {
        _plugin?.Dispose();
        _module?.Dispose();
    }

    [BundleFact]
    public void Object_ByEveryInterface_IsOneWithOneCount()
    {
        UnknownVtable* unknown = *(UnknownVtable**)Plugin.Component;
        uint before = unknown->AddRef(Plugin.Component);
        Tuid[] ids =
        [
            InterfaceIds.Unknown, InterfaceIds.PluginBase, InterfaceIds.Component, InterfaceIds.AudioProcessor,
            InterfaceIds.EditController, InterfaceIds.ProcessContextRequirements, InterfaceIds.InfoListener,
        ];
        foreach (Tuid each in ids)
        {
            Tuid id = each;
            Tuid identity = InterfaceIds.Unknown;
            void* face = null;
            void* self = null;
            Assert.Equal(Result.Ok, unknown->QueryInterface(Plugin.Component, &id, &face));
            Assert.Equal(Result.Ok, (*(UnknownVtable**)face)->QueryInterface(face, &identity, &self));
            Assert.True(self == Plugin.Component);
            Assert.Equal(before + 1, (*(UnknownVtable**)self)->Release(self));
            Assert.Equal(before, (*(UnknownVtable**)face)->Release(face));
        }

        Tuid absent = InterfaceIds.BStream;
        void* none = (void*)1;
        Assert.Equal(Result.NoInterface, unknown->QueryInterface(Plugin.Component, &absent, &none));
        Assert.True(none == null);
        Assert.Equal(before - 1, unknown->Release(Plugin.Component));
    }

    [BundleFact]
    public void Parameters_OfANewInstance_StandAtTheirDefaults()
    {
        Assert.Equal(
            ["Bypass", "Bridge", "Integrated Loudness", "Tempo", "Open Recommendations"],
            Plugin.Parameters.Select(parameter => parameter.Title));
        foreach (HostParameter parameter in Plugin.Parameters)
        {
            Assert.Equal(parameter.DefaultNormalized, Plugin.GetParameter(parameter.Id));
            Assert.False(parameter.IsReadOnly && parameter.CanAutomate);
        }

        Assert.Equal("-70.0", Plugin.ToText(2, 0));
        Assert.Equal("connected", Plugin.ToText(1, Plugin.ToNormalized(1, 2)));
        Assert.Equal(0.8, Plugin.FromText(2, "-14 LUFS")!.Value, precision: 9);
        Assert.Null(Plugin.FromText(2, "loud"));
        Assert.Null(Plugin.ToText(99, 0));
        Assert.False(Plugin.SetParameter(3, 0.5)); // read-only
        Assert.False(Plugin.SetParameter(99, 0.5));
    }

    [BundleTheory]
    [InlineData(8000, 1)]
    [InlineData(8000, 2)]
    [InlineData(22050, 2)]
    [InlineData(44100, 1)]
    [InlineData(48000, 2)]
    [InlineData(1234.5678, 2)]
    [InlineData(192000, 2)]
    [InlineData(384000, 2)]
    public void Audio_AtAnyRate_PassesBitForBit(double sampleRateHz, int channels)
        => Vst3ModuleTests.PassNoise(Plugin, channels, sampleRateHz, 512);

    [BundleTheory]
    [InlineData(3)]
    [InlineData(6)]
    public void Channels_BeyondStereo_AreNotAgreedOn(int channels)
    {
        Assert.False(Plugin.TrySetChannels(channels));
        Vst3ModuleTests.PassNoise(Plugin, channels: 2, sampleRateHz: 48000, blockFrames: 128);
    }

    [BundleFact]
    public void Flush_WithoutBusesOrSamples_IsTaken()
    {
        Plugin.Start(48000, 512);
        ProcessData nothing = default;
        AudioBusBuffers empty = default;
        ProcessData flush = new() { InputCount = 1, OutputCount = 1, Inputs = &empty, Outputs = &empty };
        ProcessData noChannels = new() { SampleCount = 64, InputCount = 1, OutputCount = 1, Inputs = &empty, Outputs = &empty };

        Plugin.QueueParameter(0, 1);
        Assert.Equal(Result.Ok, Plugin.ProcessRaw(&nothing));
        Assert.Equal(1, Plugin.GetParameter(0));
        Assert.Equal(Result.Ok, Plugin.ProcessRaw(&flush));
        Assert.Equal(Result.Ok, Plugin.ProcessRaw(&noChannels));
    }

    [BundleTheory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(3UL)]
    [InlineData(ulong.MaxValue)]
    public void SilenceFlags_OfTheInput_AreHandedOn(ulong flags)
    {
        Plugin.Start(48000, 64);
        float* buffers = stackalloc float[256];
        new Span<float>(buffers, 256).Clear();
        void** inputs = stackalloc void*[2] { buffers, buffers + 64 };
        void** outputs = stackalloc void*[2] { buffers + 128, buffers + 192 };
        AudioBusBuffers input = new() { ChannelCount = 2, SilenceFlags = flags, Channels = inputs };
        AudioBusBuffers output = new() { ChannelCount = 2, Channels = outputs };
        ProcessData data = new() { SampleCount = 64, InputCount = 1, OutputCount = 1, Inputs = &input, Outputs = &output };

        Assert.Equal(Result.Ok, Plugin.ProcessRaw(&data));

        Assert.Equal(flags & 3, output.SilenceFlags);
    }

    [BundleFact]
    public void Process_FromAnotherThread_PassesBitForBit()
    {
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(() => Vst3ModuleTests.PassNoise(Plugin, 2, 48000, 512)));
        thread.Start();
        thread.Join();

        Assert.Null(failure);
    }

    [BundleFact]
    public void State_SavedAndRestored_IsTheSameBytes()
    {
        Assert.True(Plugin.SetTrackName("João's bass"));
        Assert.True(Plugin.SetParameter(0, 1));
        byte[] saved = Plugin.SaveState();
        Plugin.SetParameter(0, 0);

        Assert.True(Plugin.LoadState(saved));

        Assert.Equal(1, Plugin.GetParameter(0));
        Assert.Equal(saved, Plugin.SaveState());
        using Vst3Plugin other = _module!.Create();
        Assert.True(other.LoadState(saved));
        Assert.Equal(1, other.GetParameter(0));
        Assert.NotEqual(saved, other.SaveState()); // a duplicated track is another track
    }

    [BundleFact]
    public void State_Damaged_ChangesNothing()
    {
        byte[] saved = Plugin.SaveState();
        Random random = new(3);
        byte[] noise = new byte[4096];
        random.NextBytes(noise);

        Assert.False(Plugin.LoadState([]));
        Assert.False(Plugin.LoadState(noise));
        Assert.False(Plugin.LoadState(saved[..^1]));

        Assert.Equal(saved, Plugin.SaveState());
    }

    [BundleFact]
    public void Life_TerminatedAndInitialised_BeginsAgain()
    {
        for (int round = 0; round < 3; round++)
        {
            Vst3ModuleTests.PassNoise(Plugin, 2, 48000, 64);
            Plugin.Terminate();
            Plugin.Initialize();
        }

        ComponentVtable* component = *(ComponentVtable**)Plugin.Component;
        Assert.Equal(Result.Ok, component->SetActive(Plugin.Component, 0));
        Assert.Equal(Result.Ok, (*(AudioProcessorVtable**)Plugin.Processor)->SetProcessing(Plugin.Processor, 0));
    }

    [BundleFact]
    public void Delay_OfThePlugin_IsNone() => Assert.Equal(0, Plugin.LatencySamples);
}
