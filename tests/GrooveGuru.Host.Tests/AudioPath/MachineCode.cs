using System.Diagnostics;
using System.Globalization;

namespace GrooveGuru.Host.Tests.AudioPath;

/// <summary>The machine code of the bundle's binary, function by function, by the names that the compiler gave.</summary>
/// <remarks>Reads them with nm and objdump, of the package binutils, which links the bundle.</remarks>
internal sealed class MachineCode
{
    private readonly (long Address, string Name)[] _symbols;
    private readonly string _binary;

    /// <summary>The code of a binary.</summary>
    /// <param name="binary">The stripped binary.</param>
    /// <param name="symbols">What was stripped from it.</param>
    public MachineCode(string binary, string symbols)
    {
        _binary = binary;
        IEnumerable<(long Address, string Name)> read = Run("nm", "--defined-only", symbols).Split('\n').Select(ReadSymbol).OfType<(long, string)>();
        _symbols = [.. read.OrderBy(symbol => symbol.Address)];
    }

    /// <summary>The name of what lies at an address; empty before the first.</summary>
    public string At(long address) => IndexAt(address) is >= 0 and int index ? _symbols[index].Name : string.Empty;

    /// <summary>Whether a function begins at an address.</summary>
    public bool IsStart(long address) => IndexAt(address) is >= 0 and int index && _symbols[index].Address == address;

    /// <summary>The instructions of the function that begins at an address, one a line, as objdump prints them.</summary>
    public string[] Disassemble(long start)
    {
        long end = _symbols[IndexAt(start)..].First(symbol => symbol.Address > start).Address;
        string text = Run("objdump", "-d", "--no-show-raw-insn", $"--start-address=0x{start:x}", $"--stop-address=0x{end:x}", _binary);
        return [.. text.Split('\n').Where(line => line.Contains(":\t", StringComparison.Ordinal))];
    }

    private static (long Address, string Name)? ReadSymbol(string line)
    {
        string[] parts = line.Split(' ', 3);
        return parts.Length == 3 && long.TryParse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out long address)
            ? (address, parts[2])
            : null;
    }

    private static string Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} failed.");
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail($"{program} is missing: install the package binutils.");
            throw;
        }
    }

    private int IndexAt(long address)
    {
        int low = -1, high = _symbols.Length;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = _symbols[middle].Address <= address ? (middle, high) : (low, middle);
        }

        // Of several names for one place the first.
        while (low > 0 && _symbols[low - 1].Address == _symbols[low].Address)
        {
            low--;
        }

        return low;
    }
}
