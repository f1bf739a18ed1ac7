using System.Diagnostics;
using GrooveGuru.Plugin.Editor;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

[Collection(DisplayCollection.Name)]
public class DragOutTests
{
    private const uint Escape = 0xFF1B;
    private const string Path = "/tmp/João's take #1 50%.mid";
    private const string Uri = "file:///tmp/Jo%C3%A3o%27s%20take%20%231%2050%25.mid\r\n";

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
        Assert.Equal([true], open.Content.EndedDrags);
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

        Assert.Equal([false], open.Content.EndedDrags);
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

        Assert.Equal([false], open.Content.EndedDrags);
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

        Assert.Equal([false], open.Content.EndedDrags);
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
        Assert.Equal([false], open.Content.EndedDrags);
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
        Assert.Equal([false], open.Content.EndedDrags);
    }

    private static OpenWindow StartDrag()
    {
        OpenWindow open = new();
        open.Content.Offer = new DragOffer([Path], "João's take #1 50%.mid");
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

    private static void RunUntilEnded(OpenWindow open, DropTarget target)
    {
        open.RunUntil(
            () =>
            {
                target.Handle();
                return open.Content.EndedDrags.Count > 0;
            },
            seconds: 20);
        Run(open, target, 0.2); // the last message is still on its way
    }
}
