namespace GrooveGuru.PlantedViolations.Realtime;

/// <summary>Uses what the audio thread keeps away from, in a realtime folder: an error.</summary>
internal static class BannedHere
{
    public static void Wait() => Thread.Sleep(1);

    public static object Grow() => new List<int>();

    public static void Write() => Console.WriteLine();
}
