using System.Diagnostics;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;
using GrooveGuru.Plugin.Editor.Views;
using GrooveGuru.Plugin.Tests.Editor.Views;

namespace GrooveGuru.Plugin.Tests.BridgeProcess;

/// <summary>The content of an instance's window, kept up to date as an open window does, without a window system.</summary>
internal sealed class OpenView : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TextLayouts _texts = new(1);
    private readonly EditorView _view;
    private double _nowSeconds;
    private int _moves;

    public OpenView(PluginInstance instance)
    {
        _view = new EditorView(instance.Desk, new TestShell(), _texts);
        (double width, double height) = _view.WantedSize;
        _view.Resize(width, height);
    }

    /// <summary>Runs the window until a text is seen in it.</summary>
    public void AwaitText(string text) => Await(
        () => _view.Roots.SelectMany(root => root.All()).Any(widget => widget.Name.Contains(text, StringComparison.Ordinal)), text);

    /// <summary>Runs the window until its content has moved so often.</summary>
    public void AwaitMoves(int count)
    {
        int moves = _moves + count;
        Await(() => _moves >= moves, $"{count} moves");
    }

    public void Dispose() => _texts.Dispose();

    private void Await(Func<bool> condition, string what)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, $"\"{what}\" is not seen in the window");
            Thread.Sleep(5);
            _nowSeconds += 0.033;
            _moves += _view.Update(_nowSeconds).IsEmpty ? 0 : 1;
        }
        while (!condition());
    }
}
