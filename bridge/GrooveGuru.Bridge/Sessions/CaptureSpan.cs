namespace GrooveGuru.Bridge.Sessions;

/// <summary>A stretch of captured audio.</summary>
/// <param name="FileFrame">Where it begins in the capture file; −1 for silence in place of lost blocks.</param>
/// <param name="FrameCount">Its length in frames.</param>
internal readonly record struct CaptureSpan(long FileFrame, int FrameCount);
