using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Inference;

/// <summary>Writes a recording down with the models of this machine.</summary>
internal static class NoteWriter
{
    /// <summary>Transcribes.</summary>
    /// <param name="open">Opens the recording from its beginning.</param>
    /// <param name="mode">How to look for notes; one voice is followed without a model where there is none, drums need none.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="take">Takes the model; null for this machine's.</param>
    /// <exception cref="ModelUnavailableException">The model is not here, or is damaged.</exception>
    /// <exception cref="InferenceFailedException">The model could not be run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NoteTranscription Transcribe(
        Func<IAudioSource> open, TranscriptionMode mode, IProgress<double>? progress, CancellationToken cancellation, Func<SessionLease>? take = null)
    {
        take ??= () => SessionCache.Shared.Take(BasicPitchModel.Contract.Name, BasicPitchModel.Contract);
        return RecordingTranscriber.Transcribe(
            open, mode, (pitched, told, ending) => TranscribePitched(open, take, pitched, told, ending), progress, cancellation);
    }

    private static NoteTranscription TranscribePitched(
        Func<IAudioSource> open, Func<SessionLease> take, TranscriptionMode mode, IProgress<double>? progress, CancellationToken cancellation)
    {
        SessionLease lease;
        try
        {
            lease = take();
        }
        catch (ModelUnavailableException missing) when (mode == TranscriptionMode.Mono)
        {
            return NoteTranscriber.TranscribeMelody(open, progress, cancellation) with
            {
                Remark = $"The voice was followed by its harmonics and its period alone, and notes are less certain, because a model is missing ({missing.Message.TrimEnd('.')}).",
            };
        }

        using (lease)
        using (BasicPitchModel model = new(lease.Session))
        {
            return NoteTranscriber.Transcribe(open, model, mode, progress, cancellation);
        }
    }
}
