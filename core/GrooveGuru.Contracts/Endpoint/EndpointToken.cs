using System.Security.Cryptography;

namespace GrooveGuru.Contracts.Endpoint;

/// <summary>The secret that a bridge makes anew at each start.</summary>
public static class EndpointToken
{
    /// <summary>Length of a token in characters.</summary>
    public const int Length = 64;

    /// <summary>32 random bytes in lower-case hexadecimal.</summary>
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2));

    /// <summary>Whether a text looks like a token.</summary>
    public static bool IsWellFormed(string? token) => token is { Length: Length } && token.All(char.IsAsciiHexDigit);
}
