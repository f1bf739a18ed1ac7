using System.Threading.Channels;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>Who hears what goes down to the plugin of one track; several only while a plugin reconnects.</summary>
internal sealed class TrackListeners
{
    private const int MaxWaitingMessages = 64;

    private readonly Lock _gate = new();
    private readonly List<Channel<CaptureDown>> _channels = [];

    /// <summary>Whether anybody listens.</summary>
    public bool Any
    {
        get
        {
            lock (_gate)
            {
                return _channels.Count > 0;
            }
        }
    }

    /// <summary>A new listener.</summary>
    public ChannelReader<CaptureDown> Add()
    {
        Channel<CaptureDown> channel = Channel.CreateBounded<CaptureDown>(
            new BoundedChannelOptions(MaxWaitingMessages) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            _channels.Add(channel);
        }

        return channel.Reader;
    }

    /// <summary>Ends a listener's stream after what waits in it; one that has gone already stays gone.</summary>
    public void Remove(ChannelReader<CaptureDown> reader)
    {
        lock (_gate)
        {
            int index = _channels.FindIndex(channel => channel.Reader == reader);
            if (index >= 0)
            {
                _channels[index].Writer.TryComplete();
                _channels.RemoveAt(index);
            }
        }
    }

    /// <summary>Sends a message to all; the oldest waiting one goes where a listener does not read.</summary>
    public void Send(CaptureDown message)
    {
        lock (_gate)
        {
            foreach (Channel<CaptureDown> channel in _channels)
            {
                channel.Writer.TryWrite(message);
            }
        }
    }
}
