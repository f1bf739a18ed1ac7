namespace GrooveGuru.Bridge.Sessions;

/// <summary>How far a capture has been read, in the project's time. Guarded by its timeline.</summary>
internal sealed class CaptureMark
{
    /// <summary>Project position behind the last frame that was read; the least number before the first.</summary>
    public long EndFrames { get; private set; } = long.MinValue;

    /// <summary>Whether something before the mark was written after it had been read: what was read is no longer what is there.</summary>
    public bool IsDisturbed { get; private set; }

    /// <summary>Everything up to a place has been read.</summary>
    public void MoveTo(long endFrames) => EndFrames = endFrames;

    /// <summary>What was read is of no use any more.</summary>
    public void Disturb() => IsDisturbed = true;

    /// <summary>The first sound comes: silence that was read for want of it is no part of what sounds.</summary>
    public void NoteFirstSound() => IsDisturbed |= EndFrames > long.MinValue;

    /// <summary>Something is written at a place.</summary>
    public void Note(long positionFrames) => IsDisturbed |= positionFrames < EndFrames;
}
