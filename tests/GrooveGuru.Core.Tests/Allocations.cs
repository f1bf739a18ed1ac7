namespace GrooveGuru.Core.Tests;

/// <summary>What code allocates.</summary>
internal static class Allocations
{
    private const int MaxPasses = 5;

    /// <summary>
    /// The least that one of several equal passes allocates on this thread, bytes. Code that allocates does so in every pass; what
    /// the runtime does beside it (compiling a method better while it runs, say) is in one pass and not in the next.
    /// </summary>
    /// <param name="pass">Does the same each time; one pass before the first that counts warms it up.</param>
    public static long OfLeastPass(Action pass)
    {
        pass();
        long least = long.MaxValue;
        for (int count = 0; count < MaxPasses && least > 0; count++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            pass();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
