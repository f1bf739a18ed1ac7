using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Processing;

/// <summary>IParameterChanges of a host that allocates nothing while processing: a fixed list in, a fixed recorder out.</summary>
internal sealed unsafe class TestParameterChanges : IDisposable
{
    private const int MaxQueues = 8;
    private readonly Native* _input = (Native*)NativeMemory.AllocZeroed((nuint)sizeof(Native));
    private readonly Native* _output = (Native*)NativeMemory.AllocZeroed((nuint)sizeof(Native));

    public TestParameterChanges()
    {
        foreach (nint address in new[] { (nint)_input, (nint)_output })
        {
            Native* list = (Native*)address;
            list->Vtable = &list->List;
            list->List = new ParameterChangesVtable
            {
                GetParameterCount = &GetParameterCount,
                GetParameterData = &GetParameterData,
                AddParameterData = &AddParameterData,
            };
            list->Points = new ParamValueQueueVtable
            {
                GetParameterId = &GetParameterId,
                GetPointCount = &GetPointCount,
                GetPoint = &GetPoint,
                AddPoint = &AddPoint,
            };
        }
    }

    public void* Output => _output;

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<(uint Id, double Value)> Sent
    {
        get
        {
            List<(uint Id, double Value)> sent = [];
            for (int index = 0; index < Math.Min(_output->Count, MaxQueues); index++)
            {
                Queue* queue = (Queue*)_output->Queues + index;
                sent.Add((queue->Id, queue->Value));
            }

            return sent;
        }
    }

    public void* Input(params (uint Id, double Value)[] changes)
    {
        _input->Count = changes.Length;
        for (int index = 0; index < changes.Length; index++)
        {
            ((Queue*)_input->Queues)[index] = new Queue
            {
                Vtable = &_input->Points,
                Id = changes[index].Id,
                Value = changes[index].Value,
            };
        }

        return _input;
    }

    public void Dispose()
    {
        NativeMemory.Free(_input);
        NativeMemory.Free(_output);
    }

    [UnmanagedCallersOnly]
    private static int GetParameterCount(void* self) => ((Native*)self)->Count;

    [UnmanagedCallersOnly]
    private static void* GetParameterData(void* self, int index) => (Queue*)((Native*)self)->Queues + index;

    [UnmanagedCallersOnly]
    private static void* AddParameterData(void* self, uint* id, int* index)
    {
        Native* list = (Native*)self;
        *index = list->Count++ % MaxQueues;
        Queue* queue = (Queue*)list->Queues + *index;
        queue->Vtable = &list->Points;
        queue->Id = *id;
        return queue;
    }

    [UnmanagedCallersOnly]
    private static uint GetParameterId(void* self) => ((Queue*)self)->Id;

    [UnmanagedCallersOnly]
    private static int GetPointCount(void* self) => 1;

    [UnmanagedCallersOnly]
    private static int GetPoint(void* self, int index, int* offset, double* value)
    {
        *offset = 0;
        *value = ((Queue*)self)->Value;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int AddPoint(void* self, int offset, double value, int* index)
    {
        ((Queue*)self)->Value = value;
        *index = 0;
        return Result.Ok;
    }

    private struct Queue
    {
        public void* Vtable;
        public uint Id;
        public double Value;
    }

    private struct Native
    {
        public void* Vtable;
        public ParameterChangesVtable List;
        public ParamValueQueueVtable Points;
        public int Count;
        public fixed byte Queues[MaxQueues * 24];
    }
}
