using System.Globalization;
using System.Text.RegularExpressions;

namespace GrooveGuru.Host.Tests.AudioPath;

/// <summary>
/// Follows machine code from where a host enters it, and tells what could make it wait for the plugin's runtime: any call that leaves our
/// own code, any call that cannot be followed, any data but constants, any storage of the thread.
/// </summary>
/// <param name="disassemble">The instructions of the function that begins at an address, as objdump prints them.</param>
/// <param name="at">Name of what lies at an address.</param>
internal sealed partial class AudioPathCode(Func<long, string[]> disassemble, Func<long, string> at)
{
    private const string Ours = "GrooveGuru_Plugin_";
    private const string Constants = "__readonlydata_";

    // Calls what the host gave, and nothing else that cannot be followed.
    private const string HostCalls = "Processing_Realtime_HostFunctions__";
    private readonly Queue<long> _waiting = new();
    private readonly HashSet<long> _seen = [];
    private readonly List<string> _findings = [];

    /// <summary>The functions that were read.</summary>
    public IReadOnlyList<string> Functions => [.. _seen.Select(address => at(address))];

    /// <summary>Reads everything that is reached from an address.</summary>
    /// <returns>What is wrong; empty where nothing is.</returns>
    public IReadOnlyList<string> Judge(long entry)
    {
        Reach(entry, "the host");
        while (_waiting.TryDequeue(out long function))
        {
            string[] lines = disassemble(function);
            string name = at(function);
            long end = lines.Length == 0 ? function : Address(lines[^1]);
            if (lines.Length == 0)
            {
                _findings.Add($"{name}: no instructions");
            }

            foreach (string line in lines)
            {
                JudgeLine(line, name, function, end);
            }
        }

        return _findings;
    }

    private static long Address(string line) => Hex(line[..line.IndexOf(':', StringComparison.Ordinal)].Trim());

    private static long Hex(string text) => long.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private void Reach(long address, string from)
    {
        string name = at(address);
        if (!name.StartsWith(Ours, StringComparison.Ordinal))
        {
            _findings.Add($"{from} goes to {name}, which is not ours");
        }
        else if (_seen.Add(address))
        {
            _waiting.Enqueue(address);
        }
    }

    private void JudgeLine(string line, string name, long start, long end)
    {
        bool mayCallHost = name.Contains(HostCalls, StringComparison.Ordinal);
        string instruction = line[(line.IndexOf(":\t", StringComparison.Ordinal) + 2)..];
        if (ThreadStorage().IsMatch(instruction))
        {
            _findings.Add($"{name} asks the system or reads what is the thread's: {instruction}");
        }

        if (Going().Match(instruction) is { Success: true } going)
        {
            string target = going.Groups["target"].Value;
            if (target.StartsWith('*'))
            {
                if (!mayCallHost || target.Contains("%rip", StringComparison.Ordinal))
                {
                    _findings.Add($"{name} goes where nobody can follow: {instruction}");
                }
            }
            else if (Hex(target) is long address && (address < start || address > end || going.Groups["how"].Value == "call"))
            {
                Reach(address, name);
            }
        }
        else if (Relative().Match(instruction) is { Success: true } relative)
        {
            string data = at(Hex(relative.Groups["address"].Value));
            bool isOwnEntry = mayCallHost && data.Contains("HostFunctionsThroughRuntime__", StringComparison.Ordinal);
            if (!data.StartsWith(Constants, StringComparison.Ordinal) && !isOwnEntry)
            {
                _findings.Add($"{name} uses {data}, which is no constant: {instruction}");
            }
        }
    }

    [GeneratedRegex(@"(?:^|\s)(?<how>call|jmp|j[a-z]+|loop[a-z]*)q?\s+(?<target>\*?[^\s]+)")]
    private static partial Regex Going();

    [GeneratedRegex(@"\(%rip\)[^#]*#\s+(?<address>[0-9a-f]+)")]
    private static partial Regex Relative();

    [GeneratedRegex(@"%[fg]s:|\bsyscall\b|\bint\b|\bint3\b|\bud2\b")]
    private static partial Regex ThreadStorage();
}
