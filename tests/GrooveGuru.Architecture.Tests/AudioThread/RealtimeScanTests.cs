using GrooveGuru.Architecture.Tests.Metadata;
using GrooveGuru.Architecture.Tests.Planted;

namespace GrooveGuru.Architecture.Tests.AudioThread;

public sealed class RealtimeScanTests
{
    private static readonly CompiledAssembly[] Ours =
        [CompiledAssembly.Ours["Core"], CompiledAssembly.Ours["Contracts"], CompiledAssembly.Ours["Plugin"]];

    [Fact]
    public void OurCode_Marked_IsSafe() => Finding.AssertNone(new RealtimeScan(Ours).Run());

    [Fact]
    public void OurCode_InRealtimeFolders_IsMarked() => Finding.AssertNone(RealtimeRooms.Unmarked(Ours));

    [Theory]
    [InlineData("object x = new float[8];", "newarr")]
    [InlineData("_sink = new object();", "newobj: allocates a System.Object")]
    [InlineData("_list.Add(1);", "List`1::Add is not on the list")]
    [InlineData("_sink = 1;", "box: allocates a box for System.Int32")]
    [InlineData("throw null!;", "throws")]
    [InlineData("lock (_list) { _number = 1; }", "locks (System.Threading.Monitor::Enter)")]
    [InlineData("lock (_lock) { _number = 1; }", "locks (System.Threading.Lock::EnterScope)")]
    [InlineData("try { _number = 1; } catch (Exception) { _number = 2; }", "a try block")]
    [InlineData("_action();", "System.Action::Invoke is not on the list")]
    [InlineData("_own();", "calls a delegate")]
    [InlineData("_action = () => _number = 1;", "newobj: allocates a System.Action")]
    [InlineData("_text = _text + _number;", "System.String::Concat is not on the list")]
    [InlineData("Console.WriteLine();", "System.Console::WriteLine is not on the list")]
    [InlineData("System.Threading.Thread.Sleep(1);", "Thread::Sleep is not on the list")]
    [InlineData("System.Runtime.InteropServices.NativeMemory.Free(null);", "NativeMemory::Free is not on the list")]
    [InlineData("foreach (int x in (IEnumerable<int>)_list) { _number = x; }", "GetEnumerator is not on the list")]
    [InlineData("_number = _grid[1, 1];", "multi-dimensional array")]
    [InlineData("Allocate();", "newarr")]
    [InlineData("_number = Native();", "calls into a native library")]
    [InlineData("_virtual.Run();", "may run any override, and is not marked")]
    [InlineData("Generic<Struct>.Run(_number);", "ICounts::Count may run any override, and is not marked")]
    [InlineData("_number = Lazy.Number;", "newarr")]
    [InlineData("_number = _managed(1);", "calls managed code that nobody can follow")]
    [InlineData("_number = _number switch { 1 => 2, 2 => 3 };", "throw")]
    public void Run_PlantedStatement_IsFound(string statement, string expected)
    {
        Finding[] findings = [.. new RealtimeScan([PlantedCode.Compile(Around(statement))]).Run()];
        Assert.Contains(findings, finding => finding.What.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("_number = (int)MathF.Sqrt(Math.Max(_number, 2));")]
    [InlineData("Span<float> block = stackalloc float[8]; block.Fill(1); block[..4].CopyTo(block[4..]);")]
    [InlineData("System.Threading.Volatile.Write(ref _number, 1);")]
    [InlineData("_number = new Struct(3).Number + _data.AsSpan(1, 2).Length;")]
    [InlineData("foreach (float x in _data) { _number = float.IsNaN(x) ? 0 : 1; }")]
    [InlineData("System.Numerics.Tensors.TensorPrimitives.Multiply(_data, 2f, _data);")]
    [InlineData("_number = _unmanaged(1);")]
    [InlineData("_fine.Run();")]
    public void Run_SafeStatement_Passes(string statement) =>
        Finding.AssertNone(new RealtimeScan([PlantedCode.Compile(Around(statement))]).Run());

    [Theory]
    [InlineData("abstract class Base { [RealtimeSafe] public abstract object Run(); } class A : Base { public override object Run() => new int[1]; }")]
    [InlineData("interface IBase { [RealtimeSafe] object Run(); } class A : IBase { public object Run() => new int[1]; }")]
    [InlineData("interface IBase { [RealtimeSafe] object Run(); } class A : IBase { object IBase.Run() => new int[1]; }")]
    [InlineData("[RealtimeSafe] interface IBase<T> { T Run(); } struct A : IBase<object> { public object Run() => new int[1]; }")]
    [InlineData("[RealtimeSafe] interface IBase { object Run(); } interface INear : IBase; class Middle : INear { public virtual object Run() => this; } "
        + "class A : Middle { public override object Run() => new int[1]; }")]
    public void Run_ImplementationOfMarkedMember_IsRead(string types)
    {
        CompiledAssembly planted = PlantedCode.Compile($"using GrooveGuru.Core.Realtime; {types}");
        Assert.StartsWith("newarr", Assert.Single(new RealtimeScan([planted]).Run()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MarkedTypeAndProperty_AreRead()
    {
        CompiledAssembly planted = PlantedCode.Compile("""
            using GrooveGuru.Core.Realtime;
            [RealtimeSafe] class Marked { static int[] _table = new int[3]; int[] _made = new int[2]; object A() => new object(); }
            class Other { [RealtimeSafe] object B => new object(); object C => new object(); }
            """);
        Assert.Equal(["Marked::A IL_0000", "Other::get_B IL_0000"], new RealtimeScan([planted]).Run().Select(f => f.Where).Order());
    }

    [Fact]
    public void Run_ConstructorOfMarkedStruct_IsRead()
    {
        CompiledAssembly planted = PlantedCode.Compile(
            "[GrooveGuru.Core.Realtime.RealtimeSafe] struct Marked { int[] _made; public Marked(int size) => _made = new int[size]; }");
        Assert.Equal("Marked::.ctor IL_0002", Assert.Single(new RealtimeScan([planted]).Run()).Where);
    }

    [Fact]
    public void Run_AcrossAssemblies_FollowsTheCall()
    {
        CompiledAssembly far = PlantedCode.Compile("namespace Far; public static class Room { public static object Grow() => new int[1]; }", "Far");
        CompiledAssembly near = PlantedCode.Compile("""
            class Near { [GrooveGuru.Core.Realtime.RealtimeSafe] object Run() => Far.Room.Grow(); }
            """, "Near", far);
        Finding finding = Assert.Single(new RealtimeScan([near, far]).Run());
        Assert.Equal("Far.Room::Grow IL_0001: newarr: allocates an array (reached from Near::Run)", finding.ToString());
    }

    [Fact]
    public void Unmarked_PlantedRoom_IsFound()
    {
        CompiledAssembly planted = PlantedCode.Compile("namespace Planted.Realtime; class Room { public void Process() { } } enum Kind { A }");
        Assert.Equal("Planted.Realtime.Room", Assert.Single(RealtimeRooms.Unmarked([planted])).Where);
    }

    private static string Around(string statement) => $$"""
        using System;
        using System.Collections.Generic;
        using GrooveGuru.Core.Realtime;
        unsafe class Planted
        {
            static object? _sink; static List<int> _list = null!; static System.Threading.Lock _lock = null!; static int _number;
            static Action _action = null!; static Own _own = null!; static string _text = null!; static int[,] _grid = null!;
            static Virtual _virtual = null!; static float[] _data = null!; static Fine _fine = null!;
            static delegate*<int, int> _managed; static delegate* unmanaged<int, int> _unmanaged;
            [RealtimeSafe] static void Process() { {{statement}} }
            static object Allocate() => new int[1];
            [System.Runtime.InteropServices.DllImport("c")] static extern int Native();
        }
        delegate void Own();
        class Virtual { public virtual void Run() { } }
        interface ICounts { object Count(int number); }
        struct Struct(int number) : ICounts { public int Number => number; public object Count(int n) => new int[n]; }
        static class Generic<T> where T : ICounts { public static object Run(int number) => default(T)!.Count(number); }
        static class Lazy { public static int Number = new int[3].Length; }
        sealed class Fine { public void Run() { } }
        """;
}
