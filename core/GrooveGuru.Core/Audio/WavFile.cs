namespace GrooveGuru.Core.Audio;

/// <summary>Writes whole WAV files.</summary>
public static class WavFile
{
    /// <summary>Writes a buffer as a WAV file, all or nothing.</summary>
    /// <param name="path">Where the file shall lie; its folder must exist; replaced if it exists.</param>
    /// <param name="buffer">The audio; 0 frames make a valid empty file.</param>
    /// <param name="format">How samples are stored.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, AudioBuffer buffer, WavFormat format = WavFormat.IeeeFloat32)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        using var writer = new WavWriter(path, buffer.SampleRateHz, buffer.ChannelCount, format);
        writer.Write(buffer.Channels, 0, buffer.FrameCount);
        writer.Commit();
    }
}
