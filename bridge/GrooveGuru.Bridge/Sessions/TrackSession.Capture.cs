using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Sessions;

/// <content>What comes in: where it lies on the timeline, what is lost, what cannot be kept.</content>
internal sealed partial class TrackSession
{
    /// <summary>Takes in one chunk from the plugin.</summary>
    /// <returns>A problem to tell the user once; null when all is well.</returns>
    public Problem? Accept(AudioChunk chunk)
    {
        CaptureChecks.Validate(chunk);
        lock (_gate)
        {
            bool streamBegins = _nextStreamPosition < 0 || chunk.StreamPositionFrames < _nextStreamPosition;
            if (!streamBegins)
            {
                LostFrames += chunk.StreamPositionFrames - _nextStreamPosition;
                _freePosition += chunk.StreamPositionFrames - _nextStreamPosition;
            }

            int frames = chunk.Samples.Length / (chunk.ChannelCount * sizeof(float));
            _nextStreamPosition = chunk.StreamPositionFrames + frames;
            _transport = HostTransport.Of(chunk.Transport);
            _playing = _transport.Playing && _listeners.Any;
            if (!_transport.Playing || frames == 0)
            {
                return null; // what a stopped transport lets through is no part of the song
            }

            Prepare(chunk.SampleRateHz, chunk.ChannelCount);
            _lastAudioTimestamp = _time.GetTimestamp();
            _meters!.Process(chunk.Samples.Span, frames);
            long position = _transport.PositionFrames ?? _freePosition;
            _freePosition = position + frames;
            return Store(position, chunk.Samples.Span, frames);
        }
    }

    private double HeardSeconds => _timeline is { } timeline ? (double)timeline.HeardFrames / timeline.SampleRateHz : 0;

    private void Prepare(int sampleRateHz, int channelCount)
    {
        if (_timeline is { } timeline && timeline.SampleRateHz == sampleRateHz && timeline.ChannelCount == channelCount)
        {
            return;
        }

        // Another rate or layout is another signal: what was heard before cannot be joined to it.
        _timeline?.Dispose();
        _running = null;
        _timeline = new CaptureTimeline(_captureFolder, sampleRateHz, channelCount, MaxCaptureSeconds);
        _meters = new LiveMeters(sampleRateHz, channelCount);
        _analyses.Restart();
        _fullSaid = false;
    }

    private Problem? Store(long position, ReadOnlySpan<byte> samples, int frames)
    {
        try
        {
            if (_timeline!.Write(position, samples))
            {
                _writtenFrames += frames;
                return null;
            }

            return SayOnce(
                "capture_full", $"The capture holds {MaxCaptureSeconds / 3600:0} hours, its limit; what plays now is not kept. "
                + "Remove and insert the plugin again to start afresh.");
        }
        catch (IOException error)
        {
            return SayOnce(
                "capture_failed", $"The audio could not be kept in {_captureFolder}: {error.Message} "
                + "Free some space there; the meters go on.");
        }
    }

    private Problem? SayOnce(string code, string message)
    {
        if (_fullSaid)
        {
            return null;
        }

        _fullSaid = true;
        return new Problem { Code = code, Message = message };
    }
}
