using System.Globalization;

namespace GrooveGuru.Contracts.Wire;

/// <summary>The "grpc-timeout" header: at most eight digits and a unit.</summary>
/// <remarks>The gRPC project's "gRPC over HTTP2", Timeout.</remarks>
public static class GrpcTimeout
{
    private const long MaxValue = 99_999_999;

    // Finest first, so that a time keeps as much precision as eight digits hold.
    private static readonly (char Unit, long Ticks)[] Units =
    [
        ('u', TimeSpan.TicksPerMicrosecond),
        ('m', TimeSpan.TicksPerMillisecond),
        ('S', TimeSpan.TicksPerSecond),
        ('M', TimeSpan.TicksPerMinute),
        ('H', TimeSpan.TicksPerHour),
    ];

    /// <summary>Writes a time, rounded up to the unit.</summary>
    /// <param name="time">The time that is left; not positive becomes the shortest that can be said, one nanosecond.</param>
    /// <returns>Such as "1500000u"; 99999999H for anything longer.</returns>
    public static string Format(TimeSpan time)
    {
        if (time <= TimeSpan.Zero)
        {
            return "1n";
        }

        foreach ((char unit, long ticks) in Units)
        {
            long value = (time.Ticks / ticks) + (time.Ticks % ticks == 0 ? 0 : 1);
            if (value <= MaxValue)
            {
                return value.ToString(CultureInfo.InvariantCulture) + unit;
            }
        }

        return MaxValue.ToString(CultureInfo.InvariantCulture) + 'H';
    }

    /// <summary>Reads a time.</summary>
    /// <param name="text">The header's value.</param>
    /// <param name="time">The time, not negative, exact but for nanoseconds, which are rounded up to 100 ns; zero when it is not understood.</param>
    /// <returns>Whether it was one to eight digits and a unit.</returns>
    public static bool TryParse(string? text, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        if (text is null || text.Length is < 2 or > 9
            || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out long value))
        {
            return false;
        }

        char unit = text[^1];
        if (unit == 'n')
        {
            time = TimeSpan.FromTicks((value + TimeSpan.NanosecondsPerTick - 1) / TimeSpan.NanosecondsPerTick);
            return true;
        }

        foreach ((char known, long ticks) in Units)
        {
            if (known == unit)
            {
                // Eight digits of hours are 3.6e18 ticks, which a long still holds.
                time = TimeSpan.FromTicks(value * ticks);
                return true;
            }
        }

        return false;
    }
}
