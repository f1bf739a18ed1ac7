namespace GrooveGuru.Core.Separation;

/// <summary>Takes the next frames of a part; the arrays are used again after the call. Fits the block writers of audio files.</summary>
/// <param name="planar">Samples [channel][frame], linear.</param>
/// <param name="offsetFrames">First frame to take.</param>
/// <param name="frameCount">Frames to take.</param>
public delegate void AudioBlockSink(IReadOnlyList<float[]> planar, int offsetFrames, int frameCount);
