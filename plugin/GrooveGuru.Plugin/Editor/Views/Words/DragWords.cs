namespace GrooveGuru.Plugin.Editor.Views.Words;

/// <summary>What the user reads about a drag.</summary>
internal static class DragWords
{
    /// <summary>What became of it and what to do.</summary>
    /// <returns>Null where there is nothing to tell: it went well, or the user gave it up.</returns>
    public static string? Of(DragOutcome outcome) => outcome switch
    {
        DragOutcome.NotWanted => "Nothing was dropped: what lies there takes no files. Drop them on a track or the canvas of the DAW, or use Reveal or Copy path.",
        DragOutcome.NotTaken => "The program that you dropped on did not take the file. Try again, or use Reveal or Copy path.",
        DragOutcome.FileMissing => "The file is not there any more. Make it again, then drag it.",
        DragOutcome.NotStarted => "The drag could not begin: another program holds the pointer. Try again, or use Reveal or Copy path.",
        _ => null,
    };
}
