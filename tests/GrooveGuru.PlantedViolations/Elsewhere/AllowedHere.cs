namespace GrooveGuru.PlantedViolations.Elsewhere;

/// <summary>Uses the same outside a realtime folder: no error.</summary>
internal static class AllowedHere
{
    public static void Wait() => Thread.Sleep(1);
}
