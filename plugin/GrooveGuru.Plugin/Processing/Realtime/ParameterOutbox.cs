using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Tells the host the values of the read-only parameters, each once for every change.</summary>
[RealtimeSafe]
internal static unsafe class ParameterOutbox
{
    /// <summary>Adds one point for each value that has changed since it was last sent. [audio-thread]</summary>
    /// <param name="changes">The host's IParameterChanges; null where it takes none.</param>
    /// <param name="state">The values, and what the host was told of them.</param>
    public static void Send(void* changes, AudioState* state)
    {
        if (changes == null)
        {
            return;
        }

        for (uint id = ParameterIds.FirstReadOnly; id < ParameterIds.Count; id++)
        {
            double value = Volatile.Read(ref state->Values[id]);
            if (value == state->Sent[id])
            {
                continue;
            }

            int index = 0;
            uint queueId = id;
            void* queue = HostFunctions.AddQueue(changes, &queueId, &index);
            if (queue != null && HostFunctions.AddPoint(queue, 0, value, &index) == Result.Ok)
            {
                state->Sent[id] = value;
            }
        }
    }
}
