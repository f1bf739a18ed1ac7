using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Vst3;

public class TuidTests
{
    [Fact]
    public void Bytes_WithoutCom_AreMostSignificantFirst()
    {
        byte[] bytes = new Tuid(0x01020304, 0x05060708, 0x090A0B0C, 0x0D0E0F10, comOrder: false).ToByteArray();

        Assert.Equal("0102030405060708090A0B0C0D0E0F10", Convert.ToHexString(bytes));
    }

    [Fact]
    public void Bytes_WithCom_AreThoseOfAGuid()
    {
        byte[] bytes = new Tuid(0x01020304, 0x05060708, 0x090A0B0C, 0x0D0E0F10, comOrder: true).ToByteArray();

        Assert.Equal(new Guid("01020304-0506-0708-090A-0B0C0D0E0F10").ToByteArray(), bytes);
    }

    [Fact]
    public void ClassId_AsText_NeverChanges()
    {
        // Saved in every project that uses the plugin.
        Assert.Equal("6A1F3C529B7E4D08A4C1E25F73D90B16", PluginIdentity.ClassId.ToString());
    }
}
