using System.Text;

namespace GrooveGuru.Contracts.Wire;

/// <summary>Percent-encoding of the "grpc-message" trailer: UTF-8 with everything outside printable ASCII escaped.</summary>
/// <remarks>The gRPC project's "gRPC over HTTP2", Status-Message.</remarks>
public static class GrpcMessageText
{
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>Encodes a detail for the trailer.</summary>
    /// <param name="text">Any text; a lone surrogate becomes U+FFFD.</param>
    /// <returns>Printable ASCII only.</returns>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!NeedsEncoding(text))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (byte octet in Encoding.UTF8.GetBytes(text))
        {
            if (IsPlain((char)octet))
            {
                encoded.Append((char)octet);
            }
            else
            {
                encoded.Append('%').Append(HexDigits[octet >> 4]).Append(HexDigits[octet & 0xF]);
            }
        }

        return encoded.ToString();
    }

    /// <summary>Decodes a trailer. What is not an escape stays as it is, so that a sloppy peer's text is still read.</summary>
    /// <param name="encoded">The trailer's value.</param>
    /// <returns>The text; bytes that are not UTF-8 become U+FFFD.</returns>
    public static string Decode(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        if (!encoded.Contains('%', StringComparison.Ordinal))
        {
            return encoded;
        }

        byte[] octets = Encoding.UTF8.GetBytes(encoded);
        int length = 0;
        for (int read = 0; read < octets.Length; read++)
        {
            if (octets[read] == '%' && read + 2 < octets.Length
                && char.IsAsciiHexDigit((char)octets[read + 1]) && char.IsAsciiHexDigit((char)octets[read + 2]))
            {
                octets[length++] = (byte)((HexValue(octets[read + 1]) << 4) | HexValue(octets[read + 2]));
                read += 2;
            }
            else
            {
                octets[length++] = octets[read];
            }
        }

        return Encoding.UTF8.GetString(octets, 0, length);
    }

    private static bool NeedsEncoding(string text)
    {
        foreach (char character in text)
        {
            if (!IsPlain(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(char character) => character is >= ' ' and <= '~' and not '%';

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
