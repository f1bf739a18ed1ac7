using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>What a chunk of audio must look like before it is let in.</summary>
internal static class CaptureChecks
{
    /// <summary>The most channels taken.</summary>
    public const int MaxChannels = 64;

    /// <summary>Refuses what cannot be audio.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT, saying which field is wrong.</exception>
    public static void Validate(AudioChunk chunk)
    {
        if (chunk.SampleRateHz is < SampleRateLimits.MinHz or > SampleRateLimits.MaxHz)
        {
            throw Invalid($"sample_rate_hz is {chunk.SampleRateHz}; it must lie between {SampleRateLimits.MinHz} and {SampleRateLimits.MaxHz}.");
        }

        if (chunk.ChannelCount is < 1 or > MaxChannels)
        {
            throw Invalid($"channel_count is {chunk.ChannelCount}; it must lie between 1 and {MaxChannels}.");
        }

        if (chunk.Samples.Length % (chunk.ChannelCount * sizeof(float)) != 0)
        {
            throw Invalid($"samples holds {chunk.Samples.Length} bytes, which is no whole number of frames.");
        }

        if (chunk.StreamPositionFrames is < 0 or > long.MaxValue / 2)
        {
            throw Invalid("stream_position_frames is negative or beyond reason.");
        }

        if (chunk.Transport is { HasProjectTimeFrames: true } transport
            && transport.ProjectTimeFrames is < -(1L << 48) or > 1L << 48)
        {
            throw Invalid("project_time_frames is beyond reason.");
        }
    }

    private static GrpcException Invalid(string detail) => new(GrpcStatusCode.InvalidArgument, detail);
}
