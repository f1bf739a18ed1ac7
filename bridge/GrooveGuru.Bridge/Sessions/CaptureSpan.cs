namespace GrooveGuru.Bridge.Sessions;

/// <summary>A stretch of captured audio.</summary>
/// <param name="FileFrame">Where it begins in the capture file; −1 for silence in place of lost blocks.</param>
/// <param name="FrameCount">Its length in frames.</param>
internal readonly record struct CaptureSpan(long FileFrame, int FrameCount)
{
    /// <summary>A part of what spans hold.</summary>
    /// <param name="spans">The whole, in order.</param>
    /// <param name="firstFrame">Where the part begins, counted from the first span.</param>
    /// <param name="frameCount">Its length; what lies behind the end is left out.</param>
    public static IReadOnlyList<CaptureSpan> Cut(IReadOnlyList<CaptureSpan> spans, long firstFrame, long frameCount)
    {
        List<CaptureSpan> part = [];
        long position = 0;
        foreach (CaptureSpan span in spans)
        {
            long from = Math.Max(position, firstFrame), to = Math.Min(position + span.FrameCount, firstFrame + frameCount);
            if (from < to)
            {
                long fileFrame = span.FileFrame < 0 ? span.FileFrame : span.FileFrame + (from - position);
                part.Add(new CaptureSpan(fileFrame, (int)(to - from)));
            }

            position += span.FrameCount;
        }

        return part;
    }
}
