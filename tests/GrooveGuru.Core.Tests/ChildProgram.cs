using GrooveGuru.Core.Tests.Dsp;

namespace GrooveGuru.Core.Tests;

/// <summary>What this assembly does when it is started as a program: the checks that need a process of their own.</summary>
internal static class ChildProgram
{
    /// <summary>The first argument names the check; without one there is nothing to do.</summary>
    public static int Main(string[] args)
    {
        if (args is [VectorKernelChecks.Verb, string width])
        {
            VectorKernelChecks.RunAs(Enum.Parse<VectorWidth>(width), Console.Out);
        }

        return 0;
    }
}
