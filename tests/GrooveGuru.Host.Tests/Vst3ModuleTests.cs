using System.Text.Json;
using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests;

public unsafe class Vst3ModuleTests
{
    [BundleFact]
    public void Factory_OfTheBundle_TellsOneEffect()
    {
        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);

        ClassDescription effect = Assert.Single(module.Description.Classes);
        Assert.Equal("Groove Guru", effect.Name);
        Assert.Equal("Audio Module Class", effect.Category);
        Assert.Equal("6A1F3C529B7E4D08A4C1E25F73D90B16", effect.ClassId);
        Assert.Equal(["Fx", "Analyzer"], effect.SubCategories);
        Assert.Matches(@"^\d+\.\d+\.\d+$", effect.Version);
        Assert.NotEmpty(module.Description.Vendor);
    }

    [BundleFact]
    public void ModuleInfo_OfTheBundle_AgreesWithTheFactory()
    {
        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);
        using JsonDocument info = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(BuiltFiles.Bundle, "Contents", "Resources", "moduleinfo.json")));
        JsonElement described = info.RootElement.GetProperty("Classes")[0];
        ClassDescription effect = module.Description.Classes[0];

        Assert.Equal(effect.ClassId, described.GetProperty("CID").GetString());
        Assert.Equal(effect.Name, described.GetProperty("Name").GetString());
        Assert.Equal(effect.Version, described.GetProperty("Version").GetString());
        Assert.Equal(effect.Category, described.GetProperty("Category").GetString());
        Assert.Equal(effect.Cardinality, described.GetProperty("Cardinality").GetInt32());
        Assert.Equal("GrooveGuru", info.RootElement.GetProperty("Name").GetString());
    }

    [BundleFact]
    public void Factory_AskedForNonsense_Refuses()
    {
        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);
        PluginFactoryVtable* factory = *(PluginFactoryVtable**)module.Factory;
        Tuid unknown = new(1, 2, 3, 4);
        Tuid component = InterfaceIds.Component;
        Tuid own = TuidText.Parse(module.Description.Classes[0].ClassId);
        void* made = (void*)1;

        Assert.NotEqual(Result.Ok, factory->CreateInstance(module.Factory, &unknown, &component, &made));
        Assert.True(made == null);
        Assert.NotEqual(Result.Ok, factory->CreateInstance(module.Factory, &own, &unknown, &made));
        Assert.True(made == null);
        Assert.NotEqual(Result.Ok, factory->CreateInstance(module.Factory, null, null, &made));
        Assert.NotEqual(Result.Ok, factory->GetClassInfo(module.Factory, 1, null));
        Assert.NotEqual(Result.Ok, factory->GetClassInfo2(module.Factory, -1, null));
    }

    [BundleFact]
    public void Module_LoadedThreeTimes_WorksEachTime()
    {
        for (int round = 0; round < 3; round++)
        {
            using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);
            using Vst3Plugin plugin = module.Create();
            PassNoise(plugin, channels: 2, sampleRateHz: 48000, blockFrames: 256);
        }
    }

    [BundleFact]
    public void Instances_TwentyAtOnce_AreIndependent()
    {
        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);
        Vst3Plugin[] plugins = [.. Enumerable.Range(0, 20).Select(_ => module.Create())];
        try
        {
            plugins[3].SetParameter(0, 1);
            foreach (Vst3Plugin plugin in plugins)
            {
                PassNoise(plugin, channels: 2, sampleRateHz: 44100, blockFrames: 64);
            }

            Assert.Equal(1, plugins[3].GetParameter(0));
            Assert.Equal(0, plugins[4].GetParameter(0));
            Assert.Equal(20, plugins.Select(plugin => Convert.ToHexString(plugin.SaveState())).Distinct().Count());
        }
        finally
        {
            foreach (Vst3Plugin plugin in plugins)
            {
                plugin.Dispose();
            }
        }
    }

    [Fact]
    public void Bundle_ThatIsMissing_IsAClearError()
    {
        Vst3HostException error = Assert.Throws<Vst3HostException>(() => Vst3Module.Load("/nowhere/Gone.vst3"));

        Assert.Contains("Gone.so", error.Message, StringComparison.Ordinal);
    }

    internal static void PassNoise(Vst3Plugin plugin, int channels, double sampleRateHz, int blockFrames)
    {
        Assert.True(plugin.TrySetChannels(channels));
        plugin.Start(sampleRateHz, blockFrames);
        Random random = new(11);
        float[][] input = [.. Enumerable.Range(0, channels).Select(_ => new float[blockFrames])];
        float[][] output = [.. Enumerable.Range(0, channels).Select(_ => new float[blockFrames])];
        for (int block = 0; block < 20; block++)
        {
            foreach (float[] channel in input)
            {
                random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(channel.AsSpan()));
            }

            int frames = block % 4 == 3 ? random.Next(0, blockFrames + 1) : blockFrames;
            plugin.Process(input, output, 0, frames, new BlockTransport(true, block * blockFrames, 120, 4, 4));
            for (int channel = 0; channel < channels; channel++)
            {
                Assert.Equal(
                    input[channel].Take(frames).Select(BitConverter.SingleToInt32Bits),
                    output[channel].Take(frames).Select(BitConverter.SingleToInt32Bits));
            }
        }

        plugin.Stop();
    }
}
