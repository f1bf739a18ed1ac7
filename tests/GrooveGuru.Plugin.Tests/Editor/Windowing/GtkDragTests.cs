using GrooveGuru.Plugin.Editor;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

[Collection(DisplayCollection.Name)]
public class GtkDragTests(VirtualDisplay display)
{
    [GtkFact]
    public void Files_DraggedOntoAGtkProgram_AreNamedRightly()
    {
        string folder = Directory.CreateTempSubdirectory("gg drag ").FullName;
        string path = System.IO.Path.Combine(folder, "João's take #1 – 50% ♪.mid");
        File.WriteAllBytes(path, "MThd"u8);
        using GtkTarget target = new(600, 300, display);
        using OpenWindow open = new();
        open.RunUntil(() => target.Lines.Contains("READY"), seconds: 30);
        open.Content.Offer = new DragOffer([path], "take");

        open.Press(PlainContent.Strip);
        for (int step = 1; step <= 10; step++)
        {
            open.Program.MovePointer(200 + (50 * step), 200 + (20 * step));
            open.Run(0.05);
        }

        open.Run(0.2);
        open.Program.Button(isPress: false);
        open.RunUntil(() => open.Content.EndedDrags.Count > 0, seconds: 15);

        Assert.Equal([DragOutcome.Taken], open.Content.EndedDrags);
        open.RunUntil(() => target.Lines.Any(line => line.StartsWith("PATH", StringComparison.Ordinal)));
        Assert.Contains("PATH " + path, target.Lines);
        Directory.Delete(folder, recursive: true);
    }
}
