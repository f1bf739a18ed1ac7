using GrooveGuru.Bridge.Inference;
using GrooveGuru.Core.Tests;

namespace GrooveGuru.Bridge.Tests.Inference;

public sealed class FileFingerprintTests : IDisposable
{
    private readonly FileFingerprint _fingerprint = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_FileThatComesAndChanges_IsReadAnew()
    {
        string path = _folder.File("model.onnx");
        Assert.Equal("none", _fingerprint.Of(path));
        File.WriteAllText(path, "first");
        string first = _fingerprint.Of(path);
        File.WriteAllText(path, "first, longer");
        string second = _fingerprint.Of(path);
        Assert.Equal(3, new[] { "none", first, second }.Distinct().Count());
        File.WriteAllText(path, "first");
        Assert.Equal(first, _fingerprint.Of(path));
        File.Delete(path);
        Assert.Equal("none", _fingerprint.Of(path));
        Assert.Equal("none", _fingerprint.Of(null));
    }

    [Fact]
    public void Of_SameSizeAtAnotherTime_IsReadAnew()
    {
        string path = _folder.File("model.onnx");
        File.WriteAllText(path, "one");
        string one = _fingerprint.Of(path);
        File.WriteAllText(path, "two");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(1));
        Assert.NotEqual(one, _fingerprint.Of(path));
    }

    [Fact]
    public void Of_FileAsItWas_IsNotReadAgain()
    {
        string path = _folder.File("model.onnx");
        File.WriteAllText(path, "one");
        DateTime changed = File.GetLastWriteTimeUtc(path);
        string one = _fingerprint.Of(path);
        File.WriteAllText(path, "two");
        File.SetLastWriteTimeUtc(path, changed);
        Assert.Equal(one, _fingerprint.Of(path)); // path, size and time are all that is looked at
    }
}
