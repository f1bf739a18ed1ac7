using System.Collections.Concurrent;
using GrooveGuru.Plugin.Editor.Desk;

namespace GrooveGuru.Plugin.Tests.Editor.Desk;

/// <summary>Remembers what it was to show.</summary>
internal sealed class FakeDesktop : IDesktop
{
    public ConcurrentQueue<string> Shown { get; } = new();

    public string? Failure { get; set; }

    public string? Reveal(string path) => Show(path);

    public string? OpenPage(Uri address) => Show(address.AbsoluteUri);

    private string? Show(string what)
    {
        Shown.Enqueue(what);
        return Failure;
    }
}
