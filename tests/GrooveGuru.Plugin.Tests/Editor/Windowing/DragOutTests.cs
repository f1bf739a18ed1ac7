using System.Diagnostics;
using GrooveGuru.Plugin.Editor;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

[Collection(DisplayCollection.Name)]
public sealed class DragOutTests : IDisposable
{
    private const uint Escape = 0xFF1B;
    private const string FileName = "João's take #1 50%.mid";
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-drag-").FullName;

    [DisplayFact]
    public void Files_DroppedOnATarget_ArriveAsUris()
    {
        using DropTarget target = new();
        using OpenWindow open = StartDrag();
        CarryTo(open, target, DropTarget.Left + 20, DropTarget.Top + 20);
        CarryTo(open, target, DropTarget.Left + 50, DropTarget.Top + 60);

        open.Program.Button(isPress: false);
        RunUntilEnded(open, target);

        Assert.Equal(Uri, target.Dropped);
        Assert.Equal([DragOutcome.Taken], open.Content.EndedDrags);
        Assert.Equal("XdndEnter", target.Messages[0]);
        Assert.Equal("XdndDrop", target.Messages[^1]);
        Assert.Equal(5, target.EnteredVersion);
    }

    [DisplayTheory]
    [InlineData(3, false, 3)]
    [InlineData(4, true, 4)]
    [InlineData(9, true, 5)]
    public void Files_OfAnyVersionAndProxy_Arrive(int version, bool hasProxy, int spoken)
    {
        using DropTarget target = new(version, hasProxy);
        using OpenWindow open = StartDrag();
        CarryTo(open, target, DropTarget.Left + 20, DropTarget.Top + 20);
        open.Program.Button(isPress: false);
        RunUntilEnded(open, target);

        Assert.Equal(Uri, target.Dropped);
        Assert.Equal(spoken, target.EnteredVersion);
    }

    [DisplayFact]
    public void Drag_WithEscape_IsGivenUp()
    {
        using DropTarget target = new();
        using OpenWindow open = StartDrag();
        CarryTo(open, target, DropTarget.Left + 20, DropTarget.Top + 20);

        open.Program.Key(Escape);
        RunUntilEnded(open, target);
        open.Program.Button(isPress: false);
        Run(open, target, 0.2);

        Assert.Equal([DragOutcome.GivenUp], open.Content.EndedDrags);
        Assert.Equal("XdndLeave", target.Messages[^1]);
        Assert.Null(target.Dropped);
    }

    [DisplayFact]
    public void Target_ThatRefuses_GetsNothing()
    {
        using DropTarget target = new() { Accepts = false };
        using OpenWindow open = StartDrag();
        CarryTo(open, target, DropTarget.Left + 20, DropTarget.Top + 20);
        open.Program.Button(isPress: false);
        RunUntilEnded(open, target);

        Assert.Equal([DragOutcome.NotWanted], open.Content.EndedDrags);
        Assert.DoesNotContain("XdndDrop", target.Messages);
        Assert.Equal("XdndLeave", target.Messages[^1]);
    }

    [DisplayFact]
    public void Target_ThatNeverAnswers_IsLeftAfterAWhile()
    {
        using DropTarget target = new() { IsSilent = true };
        using OpenWindow open = StartDrag();
        CarryTo(open, target, DropTarget.Left + 20, DropTarget.Top + 20);
        open.Program.Button(isPress: false);
        RunUntilEnded(open, target);

        Assert.Equal([DragOutcome.NotTaken], open.Content.EndedDrags);
        Assert.Equal(["XdndEnter", "XdndPosition", "XdndLeave"], target.Messages);
    }

    [DisplayFact]
    public void Target_LeftAgain_IsTold()
    {
        using DropTarget target = new();
        using OpenWindow open = StartDrag();
        CarryTo(open, target, DropTarget.Left + 20, DropTarget.Top + 20);
        CarryTo(open, target, DropTarget.Left - 50, DropTarget.Top + 20);
        open.Program.Button(isPress: false);
        RunUntilEnded(open, target);

        Assert.Equal("XdndLeave", target.Messages[^1]);
        Assert.Equal([DragOutcome.NotWanted], open.Content.EndedDrags);
    }

    [DisplayFact]
    public void Window_ClosedWhileDragging_EndsTheDrag()
    {
        using DropTarget target = new();
        using OpenWindow open = StartDrag();
        CarryTo(open, target, DropTarget.Left + 20, DropTarget.Top + 20);
        open.Window.Detach();
        open.Program.Button(isPress: false);

        // Another connection: the message is on its way for a moment.
        long start = Stopwatch.GetTimestamp();
        while (target.Messages[^1] != "XdndLeave" && Stopwatch.GetElapsedTime(start).TotalSeconds < 10)
        {
            Thread.Sleep(5);
            target.Handle();
        }

        Assert.Equal("XdndLeave", target.Messages[^1]);
        Assert.Equal([DragOutcome.GivenUp], open.Content.EndedDrags);
    }

    [DisplayFact]
    public void File_ThatIsGone_IsToldAtOnce()
    {
        using OpenWindow open = StartDrag();
        File.Delete(FilePath);
        open.Program.MovePointer(OpenWindow.Left + 150, OpenWindow.Top + 130);

        open.RunUntil(() => open.Content.EndedDrags.Count > 0);

        Assert.Equal([DragOutcome.FileMissing], open.Content.EndedDrags);
        open.Program.Button(isPress: false);
    }

    [DisplayFact]
    public void Drag_BegunWhileTheFirstIsBeingTaken_OffersItsOwnFiles()
    {
        using DropTarget target = new() { IsSilentAtTheEnd = true };
        using OpenWindow open = StartDrag();
        CarryTo(open, target, DropTarget.Left + 20, DropTarget.Top + 20);
        open.Program.Button(isPress: false);
        RunUntil(open, target, () => target.Dropped is not null); // and never says that it has finished

        string other = Path.Combine(_folder, "other.mid");
        File.WriteAllBytes(other, "MThd"u8);
        open.Content.Offer = new DragOffer([other], "other");
        target.IsSilentAtTheEnd = false;
        open.Press(PlainContent.Strip);
        CarryTo(open, target, DropTarget.Left + 30, DropTarget.Top + 30);
        CarryTo(open, target, DropTarget.Left + 50, DropTarget.Top + 60);
        open.Program.Button(isPress: false);
        RunUntil(open, target, () => open.Content.EndedDrags.Count == 2);

        Assert.Equal([DragOutcome.Taken, DragOutcome.Taken], open.Content.EndedDrags);
        Assert.Equal($"file://{other}\r\n", target.Dropped);
    }

    private string FilePath => Path.Combine(_folder, FileName);

    private string Uri => $"file://{_folder}/Jo%C3%A3o%27s%20take%20%231%2050%25.mid\r\n";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private OpenWindow StartDrag()
    {
        File.WriteAllBytes(FilePath, "MThd"u8);
        OpenWindow open = new();
        open.Content.Offer = new DragOffer([FilePath], FileName);
        open.Press(PlainContent.Strip);
        return open;
    }

    private static void CarryTo(OpenWindow open, DropTarget target, int x, int y)
    {
        open.Program.MovePointer(x - 5, y - 5);
        Run(open, target, 0.1);
        open.Program.MovePointer(x, y);
        Run(open, target, 0.1);
    }

    private static void Run(OpenWindow open, DropTarget target, double seconds)
    {
        for (double time = 0; time < seconds; time += 0.01)
        {
            open.Run(0.01);
            target.Handle();
        }
    }

    private static void RunUntilEnded(OpenWindow open, DropTarget target) => RunUntil(open, target, () => open.Content.EndedDrags.Count > 0);

    private static void RunUntil(OpenWindow open, DropTarget target, Func<bool> holds)
    {
        open.RunUntil(
            () =>
            {
                target.Handle();
                return holds();
            },
            seconds: 20);
        Run(open, target, 0.2); // the last message is still on its way
    }
}
