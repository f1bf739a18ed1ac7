namespace GrooveGuru.Plugin.Processing;

/// <content>A preview in the place of the input.</content>
internal sealed unsafe partial class AudioProcessor
{
    private readonly Lock _previewGate = new();
    private PreviewRing? _preview;

    /// <summary>The host's sample rate, Hz, rounded; null while inactive. [any-thread]</summary>
    public int? ActiveRateHz => Ring is null ? null : Volatile.Read(ref State->SampleRateHz);

    /// <summary>Lets a preview be heard from the next block on. [not the audio thread]</summary>
    /// <param name="ring">The preview, filled as far as it is long or there is room; for one hearing.</param>
    /// <param name="sampleRateHz">The rate at which it was made.</param>
    /// <returns>False where the processor is not active at that rate, or another preview is heard.</returns>
    public bool TryBegin(PreviewRing ring, int sampleRateHz)
    {
        lock (_previewGate)
        {
            if (ActiveRateHz != sampleRateHz || _preview is not null)
            {
                return false;
            }

            _preview = ring;
            Volatile.Write(ref State->Preview, (nint)ring.Memory);
            return true;
        }
    }

    /// <summary>
    /// Takes a preview away; where it is heard still, at once and without a fade. One that is not there any more is no fault.
    /// [not the audio thread]
    /// </summary>
    public void End(PreviewRing ring)
    {
        lock (_previewGate)
        {
            if (_preview == ring)
            {
                EndPreview();
            }
        }
    }

    private void EndPreview()
    {
        Volatile.Write(ref State->Preview, 0);
        if (_preview is { } ring && !WaitForCalls())
        {
            _previewsInUse.Add(ring);
        }

        _preview = null;
    }
}
