using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin.Tests.State;

public class PluginStateFormatTests
{
    private static readonly PluginState Example = new(true, "0b8f5f0e-8a37-4d7a-9d9f-2a8d1c0b7e55", "João ♪", []);

    [Fact]
    public void State_WrittenAndRead_IsTheSame()
    {
        PluginState read = PluginStateFormat.Read(PluginStateFormat.Write(Example))!;

        Assert.Equal(Example.IsBypassed, read.IsBypassed);
        Assert.Equal(Example.InstanceId, read.InstanceId);
        Assert.Equal(Example.TrackName, read.TrackName);
    }

    [Fact]
    public void State_OfANewerVersion_KeepsItsUnknownFields()
    {
        byte[] field = [(byte)'X', (byte)'T', (byte)'R', (byte)'A', 3, 0, 0, 0, 1, 2, 3];
        byte[] newer = PluginStateFormat.Write(Example with { UnknownFields = field });
        newer[4] = 9; // format version

        PluginState read = PluginStateFormat.Read(newer)!;

        Assert.Equal(field, read.UnknownFields);
        Assert.Equal(PluginStateFormat.Write(Example with { UnknownFields = field }), PluginStateFormat.Write(read));
    }

    [Fact]
    public void State_CutAnywhere_IsRefused()
    {
        byte[] whole = PluginStateFormat.Write(Example);
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Null(PluginStateFormat.Read(whole.AsSpan(0, length)));
        }
    }

    [Fact]
    public void State_WithBytesBehindIt_IsRead()
        => Assert.NotNull(PluginStateFormat.Read([.. PluginStateFormat.Write(Example), 1, 2, 3]));

    [Fact]
    public void Bytes_OfAnyKind_NeverThrow()
        => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Survives(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void State_WithAnyByteChanged_NeverThrows()
    {
        byte[] whole = PluginStateFormat.Write(Example);
        Random random = new(7);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] damaged = [.. whole];
            for (int change = 0; change <= round % 4; change++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            Assert.True(Survives(damaged));
        }
    }

    private static bool Survives(byte[] bytes)
    {
        PluginState? state = PluginStateFormat.Read(bytes);
        return state is null || PluginStateFormat.Read(PluginStateFormat.Write(state)) is not null;
    }
}
