namespace GrooveGuru.Host.Tests.AudioPath;

/// <summary>What a host runs when it calls process is machine code that cannot wait for the plugin's runtime.</summary>
public sealed unsafe class AudioPathCodeTests
{
    private const int ProcessSlot = 9;
    private const int SetProcessingSlot = 8;
    private const int LatencySlot = 6;

    [BundleTheory]
    [InlineData(ProcessSlot, "Processing_Realtime_AudioPath__Process")]
    [InlineData(SetProcessingSlot, "Processing_Realtime_AudioPath__SetProcessing")]
    public void AudioThread_OfTheBundle_StaysInOurOwnCode(int slot, string entryName)
    {
        MachineCode code = new(BuiltFiles.Binary, BuiltFiles.Symbols);
        long entry = EntryOf(slot);
        AudioPathCode path = new(code.Disassemble, code.At);

        IReadOnlyList<string> findings = path.Judge(entry);

        Assert.True(code.IsStart(entry), "The symbols are not those of this binary: build both with ./groove build.");
        Assert.Contains(entryName, code.At(entry), StringComparison.Ordinal);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Equal(slot == ProcessSlot, path.Functions.Any(name => name.Contains("HostFunctions__AddPoint", StringComparison.Ordinal)));
        Assert.Equal(slot == ProcessSlot, path.Functions.Any(name => name.Contains("PreviewTap__Play", StringComparison.Ordinal)));
    }

    [BundleFact]
    public void Entry_OfTheRuntime_IsFound()
    {
        MachineCode code = new(BuiltFiles.Binary, BuiltFiles.Symbols);

        IReadOnlyList<string> findings = new AudioPathCode(code.Disassemble, code.At).Judge(EntryOf(LatencySlot));

        Assert.Contains(findings, finding => finding.Contains("RhpReversePInvoke", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10:\tcall   40 <memmove>", "goes to memmove, which is not ours")]
    [InlineData("10:\tjmp    40 <memmove>", "goes to memmove")]
    [InlineData("10:\tjne    40 <memmove>", "goes to memmove")]
    [InlineData("10:\tcall   *%rax", "goes where nobody can follow")]
    [InlineData("10:\trex.W jmp *-0x2(%rcx)", "goes where nobody can follow")]
    [InlineData("10:\tcall   *0x20(%rip)        # 50 <table>", "goes where nobody can follow")]
    [InlineData("10:\tcmpl   $0x0,0x2c(%rip)        # 50 <table>", "uses table, which is no constant")]
    [InlineData("10:\tlea    0x2c(%rip),%rax        # 40 <memmove>", "uses memmove, which is no constant")]
    [InlineData("10:\tmov    %fs:0x0,%rax", "reads what is the thread's")]
    [InlineData("10:\tsyscall", "asks the system")]
    public void Instruction_ThatIsPlanted_IsFound(string instruction, string expected)
        => Assert.Contains(expected, Assert.Single(JudgeOne(instruction)), StringComparison.Ordinal);

    [Theory]
    [InlineData("10:\tjne    18 <x>")]
    [InlineData("10:\tcall   20 <x>")]
    [InlineData("10:\tmovsd  0x2c(%rip),%xmm0        # 60 <x>")]
    [InlineData("10:\tlock incl 0x5c(%rdi)")]
    public void Instruction_ThatIsHarmless_Passes(string instruction) => Assert.Empty(JudgeOne(instruction));

    private static IReadOnlyList<string> JudgeOne(string instruction) => new AudioPathCode(
        address => address == 0x10 ? [instruction, "1f:\tret"] : ["20:\tret"],
        address => address switch
        {
            < 0x20 => "GrooveGuru_Plugin_One",
            < 0x40 => "GrooveGuru_Plugin_Other",
            < 0x50 => "memmove",
            < 0x60 => "table",
            _ => "__readonlydata_x",
        }).Judge(0x10);

    // Where the slot of IAudioProcessor points to, as an address in the file.
    private static long EntryOf(int slot)
    {
        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);
        using Vst3Plugin plugin = module.Create();
        nint* functions = *(nint**)plugin.Processor;
        string map = File.ReadLines("/proc/self/maps").First(line => line.EndsWith("GrooveGuru.so", StringComparison.Ordinal));
        return functions[slot] - (nint)Convert.ToInt64(map[..map.IndexOf('-', StringComparison.Ordinal)], 16);
    }
}
