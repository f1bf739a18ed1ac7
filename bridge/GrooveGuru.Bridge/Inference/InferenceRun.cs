using System.Runtime.InteropServices;
using GrooveGuru.Bridge.Inference.Native;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Inference;

/// <summary>
/// A model with the memory that it reads and writes, set up once: to run it again takes no allocation and no copy. For one thread.
/// </summary>
/// <remarks>
/// Inputs and outputs are tensors over arrays of ours, which on the processor does what I/O binding would. Every size must be known,
/// so a contract with dimensions of any size is run with the sizes that are given here.
/// </remarks>
internal sealed unsafe class InferenceRun : IDisposable
{
    private readonly InferenceSession _session;
    private readonly Dictionary<string, float[]> _data = [];
    private readonly List<GCHandle> _pins = [];
    private readonly List<OrtHandle> _values = [];
    private readonly nint[] _inputs, _outputs, _inputNames, _outputNames;
    private OrtHandle _options;

    /// <summary>Sets the memory up.</summary>
    /// <param name="session">The model.</param>
    /// <param name="anySize">What a dimension of any size is here.</param>
    /// <exception cref="InferenceFailedException">There is not enough memory, or the model is not of floats.</exception>
    public InferenceRun(InferenceSession session, long anySize = 1)
    {
        _session = session;
        OrtApi api = session.Runtime.Api;
        _inputs = [.. session.Contract.Inputs.Select(shape => Bind(shape, anySize))];
        _outputs = [.. session.Contract.Outputs.Select(shape => Bind(shape, anySize))];
        _inputNames = [.. session.Contract.Inputs.Select(shape => Marshal.StringToCoTaskMemUTF8(shape.Name))];
        _outputNames = [.. session.Contract.Outputs.Select(shape => Marshal.StringToCoTaskMemUTF8(shape.Name))];
        _options = new OrtHandle(api.CreateRunOptions(), api.ReleaseRunOptions);
    }

    /// <summary>The elements of an input, to be written, or of an output, to be read; row-major.</summary>
    public float[] Data(string name) => _data[name];

    /// <summary>Runs the model once.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; between two of the model's nodes at the latest.</exception>
    /// <exception cref="InferenceFailedException">ONNX Runtime could not run it.</exception>
    public void Execute(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        OrtApi api = _session.Runtime.Api;
        bool isHeld = false;
        try
        {
            _session.Handle.DangerousAddRef(ref isHeld);
            using CancellationTokenRegistration end = cancellation.Register(() => api.Terminate(_options.Value));
            fixed (nint* inputs = _inputs, outputs = _outputs, inputNames = _inputNames, outputNames = _outputNames)
            {
                api.Run(
                    _session.Handle.Value, _options.Value, (byte**)inputNames, inputs, (nuint)_inputs.Length, (byte**)outputNames, (nuint)_outputs.Length, outputs);
            }
        }
        catch (OrtStatusException error)
        {
            if (cancellation.IsCancellationRequested)
            {
                // What was told to end once would end at once the next time.
                _options.Dispose();
                _options = new OrtHandle(api.CreateRunOptions(), api.ReleaseRunOptions);
                throw new OperationCanceledException(cancellation);
            }

            throw new InferenceFailedException(_session.Contract.Name, $"the model could not be run: {error.Message.Split('\n')[0]}.", error);
        }
        finally
        {
            if (isHeld)
            {
                _session.Handle.DangerousRelease();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _options.Dispose();
        _values.ForEach(value => value.Dispose());
        _pins.ForEach(pin => pin.Free());
        _pins.Clear();
        foreach (nint name in _inputNames.Concat(_outputNames))
        {
            Marshal.FreeCoTaskMem(name);
        }

        Array.Clear(_inputNames);
        Array.Clear(_outputNames);
    }

    private nint Bind(TensorShape shape, long anySize)
    {
        if (shape.Element != TensorElement.Float)
        {
            throw new InferenceFailedException(_session.Contract.Name, $"{shape.Name} is not of floats, which is not run here.");
        }

        long[] dimensions = [.. shape.Dimensions.Select(size => size < 0 ? anySize : size)];
        float[] data = new float[dimensions.Aggregate(1L, (product, size) => checked(product * size))];
        GCHandle pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        _pins.Add(pin);
        OrtApi api = _session.Runtime.Api;
        OrtHandle value = new(
            api.CreateTensor(
                _session.Runtime.CpuMemory.Value, (void*)pin.AddrOfPinnedObject(), (nuint)data.LongLength * sizeof(float), dimensions, (int)shape.Element),
            api.ReleaseValue);
        _values.Add(value);
        _data.Add(shape.Name, data);
        return value.Value;
    }
}
