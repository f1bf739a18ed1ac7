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
    /// <param name="values">Where the values live.</param>
    public static void Apply(void* changes, ParameterValues values)
    {
        if (changes == null)
        {
            return;
        }

        ParameterChangesVtable* list = *(ParameterChangesVtable**)changes;
        int count = list->GetParameterCount(changes);
        for (int index = 0; index < count; index++)
        {
            void* queue = list->GetParameterData(changes, index);
            if (queue == null)
            {
                continue;
            }

            ParamValueQueueVtable* points = *(ParamValueQueueVtable**)queue;
            int last = points->GetPointCount(queue) - 1;
            int offset = 0;
            double value = 0;
            if (last >= 0 && points->GetPoint(queue, last, &offset, &value) == Result.Ok)
            {
                values.TrySetFromHost(points->GetParameterId(queue), value);
            }
        }
    }
}
