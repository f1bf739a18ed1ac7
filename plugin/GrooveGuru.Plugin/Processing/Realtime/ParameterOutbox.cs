using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Tells the host the values of the read-only parameters, each once for every change.</summary>
internal sealed unsafe class ParameterOutbox
{
    private readonly double[] _sent = new double[ParameterIds.Count];

    /// <summary>All parameters start where the host believes them to be: at their defaults.</summary>
    public ParameterOutbox(ParameterValues values)
    {
        for (uint id = 0; id < ParameterIds.Count; id++)
        {
            _sent[id] = values.Get(id);
        }
    }

    /// <summary>Adds one point for each value that has changed since it was last sent. [audio-thread]</summary>
    /// <param name="changes">The host's IParameterChanges; null where it takes none.</param>
    /// <param name="values">Where the values live.</param>
    [RealtimeSafe]
    public void Send(void* changes, ParameterValues values)
    {
        if (changes == null)
        {
            return;
        }

        ParameterChangesVtable* list = *(ParameterChangesVtable**)changes;
        for (uint id = ParameterIds.FirstReadOnly; id < ParameterIds.Count; id++)
        {
            double value = values.Get(id);
            if (value == _sent[id])
            {
                continue;
            }

            int index = 0;
            uint queueId = id;
            void* queue = list->AddParameterData(changes, &queueId, &index);
            if (queue != null && (*(ParamValueQueueVtable**)queue)->AddPoint(queue, 0, value, &index) == Result.Ok)
            {
                _sent[id] = value;
            }
        }
    }
}
