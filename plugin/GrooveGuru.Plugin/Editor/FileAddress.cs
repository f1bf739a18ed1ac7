using System.Globalization;
using System.Text;

namespace GrooveGuru.Plugin.Editor;

/// <summary>The file:// address of a file, as other programs take it (RFC 8089).</summary>
internal static class FileAddress
{
    /// <summary>The address of a file.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>
    /// ASCII; everything but letters, digits and -._~/ is a percent sign and two hexadecimal digits a byte of UTF-8 (a comma, too: it would
    /// end an argument of D-Bus).
    /// </returns>
    public static string Of(string path)
    {
        StringBuilder address = new("file://");
        foreach (byte each in Encoding.UTF8.GetBytes(path))
        {
            char character = (char)each;
            if (char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~' or '/')
            {
                address.Append(character);
            }
            else
            {
                address.Append(CultureInfo.InvariantCulture, $"%{each:X2}");
            }
        }

        return address.ToString();
    }
}
