using System.Security.Cryptography;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Bridge.Inference.Store;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Tests;

namespace GrooveGuru.Bridge.Tests.Inference.Store;

public sealed class ModelStoreTests : IDisposable
{
    private static readonly Progress<double> Unwatched = new();

    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _model = File.ReadAllBytes(BuiltModel.Path);
    private readonly FileServer _server;
    private readonly HttpMessageInvoker _http = ModelDownload.CreateHttp();

    public ModelStoreTests() => _server = new FileServer(_model);

    public void Dispose()
    {
        _http.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task PullAsync_WholeFile_IsHereAndVerified()
    {
        (ModelStore store, ModelEntry entry) = Store();
        Assert.Equal(ModelStanding.Missing, store.Find("far").Standing);
        await store.PullAsync(entry, _http, Unwatched, CancellationToken.None);
        InstalledModel model = store.Find("far");
        Assert.Equal(ModelStanding.Here, model.Standing);
        Assert.Equal(_model, File.ReadAllBytes(store.Require("far")));
        Assert.Null(await ModelStore.WhyNotWholeAsync(model, CancellationToken.None));
        Assert.Equal(["far.onnx"], FileNames());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PullAsync_BrokenOff_GoesOnWhereItEnded(bool knowsRanges)
    {
        (ModelStore store, ModelEntry entry) = Store();
        _server.BreaksAfter = 300_000;
        ModelUnavailableException error = await Assert.ThrowsAsync<ModelUnavailableException>(
            () => store.PullAsync(entry, _http, Unwatched, CancellationToken.None));
        Assert.Contains("models pull far", error.Message, StringComparison.Ordinal);
        Assert.Equal(ModelStanding.Partial, store.Find("far").Standing);
        Assert.Throws<ModelUnavailableException>(() => store.Require("far"));

        Assert.Equal(300_000, new FileInfo(_folder.File("far.onnx.part")).Length);
        _server.BreaksAfter = int.MaxValue;
        _server.KnowsRanges = knowsRanges;
        await store.PullAsync(entry, _http, Unwatched, CancellationToken.None);
        Assert.Equal([0, 300_000], _server.Starts);
        Assert.Equal(_model, File.ReadAllBytes(store.Require("far")));
    }

    [Fact]
    public async Task PullAsync_OtherBytesThanPinned_AreThrownAway()
    {
        (ModelStore store, ModelEntry entry) = Store(new string('0', 64));
        ModelUnavailableException error = await Assert.ThrowsAsync<ModelUnavailableException>(
            () => store.PullAsync(entry, _http, Unwatched, CancellationToken.None));
        Assert.Contains("not the file that the manifest names", error.Message, StringComparison.Ordinal);
        Assert.Empty(FileNames());
    }

    [Fact]
    public async Task PullAsync_Offline_IsOneSentence()
    {
        (ModelStore store, ModelEntry entry) = Store();
        _server.Dispose();
        ModelUnavailableException error = await Assert.ThrowsAsync<ModelUnavailableException>(
            () => store.PullAsync(entry, _http, Unwatched, CancellationToken.None));
        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task PullAsync_NoSuchFile_NamesTheAnswer()
    {
        (ModelStore store, ModelEntry entry) = Store();
        _server.Refusal = "404 Not Found";
        Assert.Contains("404", (await Assert.ThrowsAsync<ModelUnavailableException>(
            () => store.PullAsync(entry, _http, Unwatched, CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhyNotWholeAsync_ChangedFile_IsFound()
    {
        (ModelStore store, ModelEntry entry) = Store();
        await store.PullAsync(entry, _http, Unwatched, CancellationToken.None);
        byte[] changed = [.. _model];
        changed[^1] ^= 1;
        File.WriteAllBytes(store.Require("far"), changed);
        Assert.Contains("has changed", await ModelStore.WhyNotWholeAsync(store.Find("far"), CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddAsync_OwnModel_IsCopiedListedAndRemoved()
    {
        (ModelStore store, _) = Store();
        InstalledModel added = await store.AddAsync(BuiltModel.Path, "mine", BasicPitchModel.Contract, CancellationToken.None);
        Assert.True(added.IsOwn);
        Assert.Equal(["far", "mine"], store.List().Select(model => model.Entry.Name));
        Assert.Null(await ModelStore.WhyNotWholeAsync(store.Find("mine"), CancellationToken.None));
        Assert.True(store.Remove(store.Find("mine")));
        Assert.Empty(FileNames());
        Assert.Throws<ModelUnavailableException>(() => store.Find("mine"));
    }

    [Theory]
    [InlineData("far")]
    [InlineData("../mine")]
    [InlineData("")]
    [InlineData(".hidden")]
    public async Task AddAsync_NameNotFit_IsRefused(string name)
    {
        (ModelStore store, _) = Store();
        await Assert.ThrowsAsync<ModelUnavailableException>(() => store.AddAsync(BuiltModel.Path, name, BasicPitchModel.Contract, CancellationToken.None));
        Assert.Empty(FileNames());
    }

    [Fact]
    public void List_DamagedNotes_AreLeftOut()
    {
        (ModelStore store, _) = Store();
        File.WriteAllText(Path.Combine(_folder.Root, "bad.json"), "{");
        File.WriteAllText(Path.Combine(_folder.Root, "away.json"), """{"name":"away","contract":"basic-pitch","about":"","file":"../x.onnx","licence":""}""");
        Assert.Equal(["far"], store.List().Select(model => model.Entry.Name));
    }

    [Fact]
    public void Identify_BuiltModel_IsBasicPitch() => Assert.Equal("basic-pitch", ModelProbe.Identify(BuiltModel.Path).Name);

    private string[] FileNames() => [.. Directory.GetFiles(_folder.Root).Select(path => Path.GetFileName(path))];

    private (ModelStore Store, ModelEntry Entry) Store(string? hash = null)
    {
        ModelEntry entry = new(
            "far", "basic-pitch", "For tests.", "far.onnx", "any", _server.Address, _model.Length, hash ?? Convert.ToHexString(SHA256.HashData(_model)));
        return (new ModelStore(new ModelManifest([entry]), _folder.Root, AppContext.BaseDirectory), entry);
    }
}
