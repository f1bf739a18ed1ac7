using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Contracts.Wire;

namespace GrooveGuru.Contracts.Tests.Wire;

public sealed class GrpcTextTests
{
    [Theory]
    [InlineData("plain text ~", "plain text ~")]
    [InlineData("100%", "100%25")]
    [InlineData("ä\n曲", "%C3%A4%0A%E6%9B%B2")]
    [InlineData("", "")]
    public void Message_Encoded_IsThePublicForm(string text, string expected)
    {
        Assert.Equal(expected, GrpcMessageText.Encode(text));
        Assert.Equal(text, GrpcMessageText.Decode(expected));
    }

    [Theory]
    [InlineData("%", "%")]
    [InlineData("a%2", "a%2")]
    [InlineData("%zz%41", "%zzA")]
    [InlineData("%e4%bA%a6", "\u4EA6")]
    public void Message_SloppilyEncoded_IsStillRead(string encoded, string expected) =>
        Assert.Equal(expected, GrpcMessageText.Decode(encoded));

    [Fact]
    public void Message_AnyText_ComesBackAndIsPrintableAscii()
    {
        Prop.ForAll<UnicodeString>(text =>
        {
            string encoded = GrpcMessageText.Encode(text.Get);
            Assert.All(encoded, character => Assert.InRange(character, ' ', '~'));
            Assert.Equal(WellFormed(text.Get), GrpcMessageText.Decode(encoded));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("1H", 3600)]
    [InlineData("2M", 120)]
    [InlineData("3S", 3)]
    [InlineData("4000m", 4)]
    [InlineData("5000000u", 5)]
    [InlineData("60000000n", 0.06)]
    [InlineData("0S", 0)]
    public void Timeout_EveryUnit_IsRead(string text, double seconds)
    {
        Assert.True(GrpcTimeout.TryParse(text, out TimeSpan time));
        Assert.Equal(TimeSpan.FromSeconds(seconds), time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("5")]
    [InlineData("-5S")]
    [InlineData("+5S")]
    [InlineData(" 5S")]
    [InlineData("1.5S")]
    [InlineData("5s")]
    [InlineData("123456789S")]
    public void Timeout_NotInThePublicForm_IsRefused(string? text) => Assert.False(GrpcTimeout.TryParse(text, out _));

    [Fact]
    public void Timeout_LongestThatCanBeSaid_DoesNotOverflow()
    {
        Assert.True(GrpcTimeout.TryParse("99999999H", out TimeSpan time));
        Assert.Equal(99_999_999, time.TotalHours);
        Assert.Equal("99999999H", GrpcTimeout.Format(TimeSpan.MaxValue));
        Assert.Equal("1n", GrpcTimeout.Format(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void Timeout_AnyTime_IsNeverShortenedAndHardlyLengthened()
    {
        Prop.ForAll(Gen.Choose(1, int.MaxValue).SelectMany(ticks => Gen.Choose(0, 17).Select(power => (long)ticks << power)).ToArbitrary(), ticks =>
        {
            TimeSpan time = TimeSpan.FromTicks(ticks);
            string text = GrpcTimeout.Format(time);
            Assert.InRange(text.Length, 2, 9);
            Assert.True(GrpcTimeout.TryParse(text, out TimeSpan read));
            Assert.True(read >= time);
            Assert.True((read - time).Ticks <= Math.Max(10, ticks / 100_000), $"{time} became {text}");
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("application/grpc", true)]
    [InlineData("application/grpc+proto", true)]
    [InlineData("application/grpc; charset=utf-8", true)]
    [InlineData("application/grpc-web", false)]
    [InlineData("application/json", false)]
    [InlineData(null, false)]
    public void ContentType_OnlyGrpcItself(string? contentType, bool expected) =>
        Assert.Equal(expected, GrpcHeaders.IsGrpcContentType(contentType));

    private static string WellFormed(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
