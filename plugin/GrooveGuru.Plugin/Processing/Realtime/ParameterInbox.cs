using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Takes the parameter changes of a block from the host.</summary>
[RealtimeSafe]
internal static unsafe class ParameterInbox
{
    /// <summary>Applies the last point of each queue: nothing here needs changes finer than a block. [audio-thread]</summary>
    /// <param name="changes">The host's IParameterChanges; null where there are none.</param>
    /// <param name="values">Where the values live, as in <see cref="ParameterValues.Memory"/>.</param>
    public static void Apply(void* changes, double* values)
    {
        if (changes == null)
        {
            return;
        }

        int count = HostFunctions.ParameterCount(changes);
        for (int index = 0; index < count; index++)
        {
            void* queue = HostFunctions.Queue(changes, index);
            if (queue == null)
            {
                continue;
            }

            int last = HostFunctions.PointCount(queue) - 1;
            int offset = 0;
            double value = 0;
            if (last >= 0 && HostFunctions.Point(queue, last, &offset, &value) == Result.Ok)
            {
                ParameterValues.TrySetFromHost(values, HostFunctions.ParameterId(queue), value);
            }
        }
    }
}
