using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin.Tests.State;

public class PluginStateFormatTests
{
    // Written by the first version: bypassed, 0b8f5f0e-8a37-4d7a-9d9f-2a8d1c0b7e55, "João ♪". Projects out there hold such bytes.
    private const string FirstVersion =
        "474753540100000046000000425950530100000001494E53542400000030623866356630652D386133372D346437612D396439662D3261386431633062"
        + "376535354E414D45090000004A6FC3A36F20E299AA";

    private static readonly PluginState Example = new()
    {
        IsBypassed = true,
        InstanceId = "0b8f5f0e-8a37-4d7a-9d9f-2a8d1c0b7e55",
        HostTrackName = "João ♪",
        UserTrackName = "Bass, second take",
        Marks = [new AdviceMark("eq.rumble", RecommendationStatus.Dismissed), new AdviceMark("gain.low", RecommendationStatus.TriedByUser)],
        Window = new WindowChoice(true, 900, 640, "advice"),
    };

    [Fact]
    public void State_WrittenAndRead_IsTheSame()
    {
        PluginState read = PluginStateFormat.Read(PluginStateFormat.Write(Example))!;

        AssertSame(Example, read);
        Assert.Equal(PluginStateFormat.Write(Example), PluginStateFormat.Write(read));
    }

    [Fact]
    public void State_OfTheFirstVersion_IsRead()
    {
        PluginState read = PluginStateFormat.Read(Convert.FromHexString(FirstVersion))!;

        AssertSame(
            new PluginState { IsBypassed = true, InstanceId = "0b8f5f0e-8a37-4d7a-9d9f-2a8d1c0b7e55", HostTrackName = "João ♪" }, read);
    }

    [Fact]
    public void State_OfTheFirstVersion_IsWrittenWithTheSameFields()
    {
        byte[] first = Convert.FromHexString(FirstVersion);
        byte[] written = PluginStateFormat.Write(PluginStateFormat.Read(first)!);

        Assert.Equal(PluginStateFormat.Version, written[4]);
        Assert.Equal(first[8..], written[8..]);
    }

    [Fact]
    public void State_OfANewerVersion_ComesBackByteForByte()
    {
        byte[] own = PluginStateFormat.Write(Example);
        byte[] first = Field("XTRA", 1, 2, 3);
        byte[] middle = Field("YTRA");
        byte[] last = Field("XTRA", 9);
        int afterBypass = 12 + 9;
        byte[] newer = [.. own[..12], .. first, .. own[12..afterBypass], .. middle, .. own[afterBypass..], .. last];
        newer[4] = 9; // format version
        newer[6] = 5; // what is reserved today
        BitConverter.TryWriteBytes(newer.AsSpan(8), newer.Length - 12);

        PluginState read = PluginStateFormat.Read(newer)!;

        AssertSame(Example, read);
        Assert.Equal(newer, PluginStateFormat.Write(read));
    }

    [Fact]
    public void State_ChangedAfterANewerVersion_KeepsWhatItDoesNotKnow()
    {
        byte[] own = PluginStateFormat.Write(new PluginState());
        byte[] newer = [.. own, .. Field("XTRA", 1, 2, 3)];
        BitConverter.TryWriteBytes(newer.AsSpan(8), newer.Length - 12);
        PluginState changed = PluginStateFormat.Read(newer)! with { UserTrackName = "Kick", Marks = Example.Marks };

        PluginState again = PluginStateFormat.Read(PluginStateFormat.Write(changed))!;

        Assert.Equal("Kick", again.UserTrackName);
        Assert.Contains(again.Layout.Fields, field => field.Unknown is [1, 2, 3]);
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
    public void State_LargerThanTheLimit_IsRefused()
    {
        byte[] huge = [.. PluginStateFormat.Write(Example), .. Field("XTRA", new byte[PluginStateFormat.MaxBytes])];
        BitConverter.TryWriteBytes(huge.AsSpan(8), huge.Length - 12);

        Assert.Null(PluginStateFormat.Read(huge));
    }

    [Fact]
    public void State_WithTooManyMarks_KeepsTheNewest()
    {
        ImmutableArray<AdviceMark> marks =
            [.. Enumerable.Range(0, 1000).Select(index => new AdviceMark(new string('ü', 200) + index, RecommendationStatus.Dismissed))];
        ImmutableArray<AdviceMark> named =
            [.. Enumerable.Range(0, 1000).Select(index => new AdviceMark($"advice-{index}", RecommendationStatus.Dismissed))];

        byte[] bytes = PluginStateFormat.Write(Example with { Marks = marks });
        PluginState read = PluginStateFormat.Read(PluginStateFormat.Write(Example with { Marks = named }))!;

        Assert.True(bytes.Length <= PluginStateFormat.MaxBytes);
        Assert.NotNull(PluginStateFormat.Read(bytes));
        Assert.Equal(StateFieldContent.MaxMarks, read.Marks.Length);
        Assert.Equal("advice-999", read.Marks[^1].RecommendationId);
    }

    [Fact]
    public void State_FilledByANewerVersion_LeavesOutMarksBeforeItGrowsTooLarge()
    {
        byte[] own = PluginStateFormat.Write(new PluginState());
        byte[] newer = [.. own, .. Field("XTRA", new byte[PluginStateFormat.MaxBytes - own.Length - 100])];
        BitConverter.TryWriteBytes(newer.AsSpan(8), newer.Length - 12);
        ImmutableArray<AdviceMark> marks =
            [.. Enumerable.Range(0, 100).Select(index => new AdviceMark($"advice-{index}", RecommendationStatus.Dismissed))];

        byte[] written = PluginStateFormat.Write(PluginStateFormat.Read(newer)! with { Marks = marks });

        Assert.True(written.Length <= PluginStateFormat.MaxBytes);
        Assert.Equal("advice-99", PluginStateFormat.Read(written)!.Marks[^1].RecommendationId);
    }

    [Fact]
    public void State_WithNamesOfAnyLength_IsReadAgain()
    {
        PluginState read = PluginStateFormat.Read(PluginStateFormat.Write(Example with { UserTrackName = new string('♪', 2000) }))!;

        Assert.Equal(new string('♪', 1024 / 3), read.UserTrackName);
    }

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

    // What is read once is read the same again, however it came to be.
    private static bool Survives(byte[] bytes)
    {
        if (PluginStateFormat.Read(bytes) is not { } state)
        {
            return true;
        }

        byte[] written = PluginStateFormat.Write(state);
        return PluginStateFormat.Read(written) is { } again && PluginStateFormat.Write(again).AsSpan().SequenceEqual(written);
    }

    private static void AssertSame(PluginState expected, PluginState actual)
    {
        Assert.Equal<AdviceMark>(expected.Marks, actual.Marks);
        Assert.Equal(
            expected with { Layout = StateLayout.Own, Marks = [] }, actual with { Layout = StateLayout.Own, Marks = [] });
    }

    private static byte[] Field(string tag, params byte[] content)
        => [.. System.Text.Encoding.ASCII.GetBytes(tag), .. BitConverter.GetBytes(content.Length), .. content];
}
