namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

[Collection(DisplayCollection.Name)]
public class EditorWindowTests
{
    [DisplayFact]
    public void Window_Attached_ShowsItsContent()
    {
        using OpenWindow open = new();

        Assert.Equal(PlainContent.FieldColor, open.Program.PixelOf(open.Own, 20, 20));
        Assert.Equal(PlainContent.StripColor, open.Program.PixelOf(open.Own, 20, 110));
        Assert.Equal(PlainContent.BackgroundColor, open.Program.PixelOf(open.Own, 190, 140));
        Assert.Equal([1, 0], open.Program.ReadNumbers(open.Own, "_XEMBED_INFO"));
    }

    [DisplayFact]
    public void Window_AtScaleTwo_HasTwiceThePixels()
    {
        using OpenWindow open = new(scale: 2);

        Assert.Equal((400, 300), open.Window.Size);
        Assert.Equal((200, 150), open.Content.Size);
        Assert.Equal(PlainContent.FieldColor, open.Program.PixelOf(open.Own, 215, 75));
        open.Program.MovePointer(OpenWindow.Left + 40, OpenWindow.Top + 60);
        open.RunUntil(() => open.Content.LastMove == (20, 30));
    }

    [DisplayFact]
    public void Scale_OfTheHost_IsKeptWithinOneAndThree()
    {
        using OpenWindow small = new(scale: 0.5);
        using OpenWindow large = new(scale: 8);

        Assert.Equal((200, 150), small.Window.Size);
        Assert.Equal((600, 450), large.Window.Size);
    }

    [DisplayFact]
    public void Size_OfTheHost_IsTaken()
    {
        using OpenWindow open = new();
        Xlib.ResizeWindow(open.Program.Display, open.Parent, 400, 300);
        Xlib.Sync(open.Program.Display, 0);
        open.Window.Resize(320, 240);
        open.Window.Resize(300, 200);
        open.Window.Resize(340, 260);
        open.Run(0.3);

        Assert.Equal((340, 260), open.Window.Size);
        Assert.Equal((340, 260), open.Content.Size);
        Assert.Equal(PlainContent.BackgroundColor, open.Program.PixelOf(open.Own, 330, 250));
        Assert.Equal((120, 140), open.Window.Constrain(10, 10));
    }

    [DisplayFact]
    public void Size_ThatTheContentWants_IsAskedFor()
    {
        using OpenWindow open = new();
        open.Content.WantedSize = (180, 145);

        open.Window.RequestSize();

        Assert.Equal([(180, 145)], open.WantedSizes);
        Assert.Equal((180, 145), open.Window.Size);
    }

    [DisplayFact]
    public void Scale_ToldWhileItIsOpen_AsksForTheSizeOfTheContentAtThatScale()
    {
        using OpenWindow open = new();
        (int width, int height) = open.Window.Size;

        open.Window.SetHostScale(2);

        Assert.Equal([(2 * width, 2 * height)], open.WantedSizes);
        Assert.Equal((2 * width, 2 * height), open.Window.Size);
    }

    [DisplayFact]
    public void Content_WhileAnyWindowAroundIsHidden_IsLeftAlone()
    {
        using OtherProgram mixer = new();
        nint outer = mixer.MakeWindow(100, 100, 300, 300);
        nint inner = mixer.MakeWindow(0, 0, 300, 300, outer);
        using OpenWindow open = new(parent: inner);
        open.Content.IsAnimated = true;
        int before = open.Content.Paints;
        open.Run(0.5);
        Assert.InRange(open.Content.Paints - before, 3, 20);

        Xlib.UnmapWindow(mixer.Display, outer);
        Xlib.Sync(mixer.Display, 0);
        open.Run(0.2);
        (int updates, int paints) = (open.Content.Updates, open.Content.Paints);
        open.Run(1);
        Assert.Equal((updates, paints), (open.Content.Updates, open.Content.Paints));

        Xlib.MapWindow(mixer.Display, outer);
        Xlib.Sync(mixer.Display, 0);
        open.RunUntil(() => open.Content.Paints > paints);
    }

    [DisplayFact]
    public void Content_BehindAnotherWindow_IsLeftAlone()
    {
        using OpenWindow open = new();
        open.Content.IsAnimated = true;
        nint cover = open.Program.MakeWindow(50, 50, 500, 500);
        open.Run(0.2);
        int updates = open.Content.Updates;
        open.Run(0.5);
        Assert.Equal(updates, open.Content.Updates);

        Xlib.DestroyWindow(open.Program.Display, cover);
        Xlib.Sync(open.Program.Display, 0);
        open.RunUntil(() => open.Content.Updates > updates);
    }

    [DisplayFact]
    public void Content_WithoutChange_IsNotPaintedAgain()
    {
        using OpenWindow open = new();
        open.Run(0.2);
        int paints = open.Content.Paints;
        open.Run(0.5);

        Assert.Equal(paints, open.Content.Paints);
    }

    [DisplayFact]
    public void Clicks_CloseTogether_AreDouble()
    {
        using OpenWindow open = new();
        open.Click(PlainContent.Meter);
        open.Click(PlainContent.Meter);
        open.Click(PlainContent.Meter);
        open.Run(0.5);
        open.Click(PlainContent.Meter);

        Assert.Equal([1, 2, 1, 1], open.Content.Clicks);
    }

    [DisplayFact]
    public void Wheel_TurnedDown_ScrollsDown()
    {
        using OpenWindow open = new();
        open.Program.MovePointer(OpenWindow.Left + 50, OpenWindow.Top + 50);
        open.Program.Button(isPress: true, button: 5);
        open.Program.Button(isPress: false, button: 5);

        open.RunUntil(() => open.Content.ScrolledLines > 0);
    }

    [DisplayFact]
    public void Window_DestroyedWithTheHosts_IsForgotten()
    {
        using OpenWindow open = new();
        Xlib.DestroyWindow(open.Program.Display, open.Parent);
        Xlib.Sync(open.Program.Display, 0);
        open.Run(0.2);

        Assert.False(open.Window.IsLost);
    }

    [DisplayFact]
    public void Window_OpenedAndClosedOften_LeavesNothing()
    {
        using OtherProgram program = new();
        nint parent = program.MakeWindow(0, 0, 300, 300);
        using (OpenWindow warm = new(parent: parent))
        {
            warm.Run(0.1);
        }

        int filesBefore = Directory.GetFileSystemEntries("/proc/self/fd").Length;
        int rootBefore = program.Children(program.Root).Length;
        for (int round = 0; round < 100; round++)
        {
            using OpenWindow open = new(parent: parent);
        }

        Assert.Empty(program.Children(parent));
        Assert.Equal(rootBefore, program.Children(program.Root).Length);
        Assert.InRange(Directory.GetFileSystemEntries("/proc/self/fd").Length, 0, filesBefore + 2);
    }
}
