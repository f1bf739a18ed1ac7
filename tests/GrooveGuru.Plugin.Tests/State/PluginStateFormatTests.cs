using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin.Tests.State;

public class PluginStateFormatTests
{
    // What GoldenStates.SecondVersion was written from.
    private static readonly PluginState SecondExample = new()
    {
        IsBypassed = true,
        InstanceId = "0b8f5f0e-8a37-4d7a-9d9f-2a8d1c0b7e55",
        HostTrackName = "João ♪",
        UserTrackName = "Bass, second take",
        Marks = [new AdviceMark("eq.rumble", RecommendationStatus.Dismissed), new AdviceMark("gain.low", RecommendationStatus.TriedByUser)],
        Window = new WindowChoice(true, 900, 640, "advice"),
    };

    private static readonly PluginState Example = SecondExample with
    {
        TrackColor = 0xFF336699,
        TrackNumber = 7,
        TrackRole = TrackRole.Guitar,
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
        PluginState read = PluginStateFormat.Read(Convert.FromHexString(GoldenStates.FirstVersion))!;

        AssertSame(
            new PluginState { IsBypassed = true, InstanceId = "0b8f5f0e-8a37-4d7a-9d9f-2a8d1c0b7e55", HostTrackName = "João ♪" }, read);
    }

    [Fact]
    public void State_OfTheSecondVersion_IsRead()
        => AssertSame(SecondExample, PluginStateFormat.Read(Convert.FromHexString(GoldenStates.SecondVersion))!);

    [Fact]
    public void Role_OfANewerVersion_SurvivesARoundTrip()
    {
        PluginState newer = Example with { TrackRole = (TrackRole)4711 };

        Assert.Equal((TrackRole)4711, PluginStateFormat.Read(PluginStateFormat.Write(newer))!.TrackRole);
    }

    [Theory]
    [InlineData(GoldenStates.FirstVersion)]
    [InlineData(GoldenStates.SecondVersion)]
    public void State_OfAnOlderVersion_IsWrittenWithTheSameFields(string older)
    {
        byte[] first = Convert.FromHexString(older);
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
    public void State_WithMoreOfANewerVersionThanTheLimit_IsRefused()
    {
        Assert.NotNull(PluginStateFormat.Read(Newer(new PluginState(), PluginStateFormat.MaxUnknownBytes)));
        Assert.Null(PluginStateFormat.Read(Newer(new PluginState(), PluginStateFormat.MaxUnknownBytes + 1)));
    }

    [Fact]
    public void State_FilledByANewerVersionAndByTheUser_IsWrittenWholeAndReadAgain()
    {
        string longest = new('♪', 2000);
        PluginState full = PluginStateFormat.Read(Newer(Example, PluginStateFormat.MaxUnknownBytes))! with
        {
            HostTrackName = longest,
            UserTrackName = longest,
            Window = new WindowChoice(true, 900, 640, longest),
            Marks = [.. Enumerable.Range(0, 1000).Select(index => new AdviceMark($"{index}{longest}", RecommendationStatus.Dismissed))],
        };

        byte[] written = PluginStateFormat.Write(full);
        PluginState again = PluginStateFormat.Read(written)!;

        Assert.True(written.Length <= PluginStateFormat.MaxBytes);
        Assert.Equal(StateFieldContent.MaxMarks, again.Marks.Length);
        Assert.Equal(written, PluginStateFormat.Write(again));
    }

    [Fact]
    public void State_ReadFromAnyFields_CanBeChangedWrittenAndReadAgain()
    {
        string[] tags = ["BYPS", "INST", "NAME", "UNAM", "MARK", "WCMP", "WSIZ", "WTAB", "COLR", "NUMB", "ROLE", "XTRA", "YTRA"];
        Gen<byte[]> content = Gen.OneOf(
            Gen.Choose(0, 8).SelectMany(Bytes), Gen.Choose(900, 1100).SelectMany(Bytes), Gen.Choose(30_000, 40_000).SelectMany(Bytes));
        Gen<byte[][]> states = Gen.Elements(tags).SelectMany(_ => content, Field).ArrayOf();
        Prop.ForAll(
            states.ToArbitrary(),
            ArbMap.Default.ArbFor<string>(),
            (fields, name) => SurvivesAChange([.. fields.SelectMany(field => field)], name ?? "")).QuickCheckThrowOnFailure();
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

    private static bool SurvivesAChange(byte[] fields, string name)
    {
        byte[] bytes = [.. PluginStateFormat.Write(new PluginState())[..8], .. BitConverter.GetBytes(fields.Length), .. fields];
        if (PluginStateFormat.Read(bytes) is not { } state)
        {
            return true;
        }

        PluginState changed = state with
        {
            UserTrackName = name,
            Marks = [.. Enumerable.Range(0, StateFieldContent.MaxMarks).Select(index => new AdviceMark($"{index}{name}", RecommendationStatus.Dismissed))],
        };
        byte[] written = PluginStateFormat.Write(changed);
        return written.Length <= PluginStateFormat.MaxBytes
            && PluginStateFormat.Read(written) is { } again
            && again.Marks.Length == StateFieldContent.MaxMarks
            && PluginStateFormat.Write(again).AsSpan().SequenceEqual(written);
    }

    private static Gen<byte[]> Bytes(int length) => Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(length);

    // A state with a field that this version does not know, which takes so many bytes with its header.
    private static byte[] Newer(PluginState state, int unknownBytes)
    {
        byte[] newer = [.. PluginStateFormat.Write(state), .. Field("XTRA", new byte[unknownBytes - 8])];
        BitConverter.TryWriteBytes(newer.AsSpan(8), newer.Length - 12);
        return newer;
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
