using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>Lengths without a common period, so that the echoes of different lines do not fall together.</summary>
internal static class PrimeLength
{
    /// <summary>The first prime from a number on; at least 2.</summary>
    [RealtimeSafe]
    internal static int From(int number)
    {
        int candidate = Math.Max(2, number);
        while (!IsPrime(candidate))
        {
            candidate++;
        }

        return candidate;
    }

    [RealtimeSafe]
    private static bool IsPrime(int number)
    {
        for (int divisor = 2; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }
}
