using GrooveGuru.Bridge.Inference.Store;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Bridge.Inference;

/// <summary>Basic Pitch, run by ONNX Runtime one window at a time: in a batch a silent window would disturb the others.</summary>
internal sealed class BasicPitchModel : INoteModel
{
    private const string Audio = "audio";
    private const string Note = "note";
    private const string Onset = "onset";
    private const string Contour = "contour";

    private static readonly FileFingerprint ModelFile = new();

    private readonly InferenceRun _run;

    /// <summary>A model over a session, which stays the caller's.</summary>
    public BasicPitchModel(InferenceSession session) => _run = new InferenceRun(session);

    /// <summary>What the model takes and gives.</summary>
    public static ModelContract Contract { get; } = new(
        "basic-pitch",
        [new TensorShape(Audio, TensorElement.Float, [-1, BasicPitchFraming.WindowSamples, 1])],
        [
            new TensorShape(Note, TensorElement.Float, [-1, BasicPitchFraming.WindowFrames, BasicPitchFraming.PitchCount]),
            new TensorShape(Onset, TensorElement.Float, [-1, BasicPitchFraming.WindowFrames, BasicPitchFraming.PitchCount]),
            new TensorShape(Contour, TensorElement.Float, [-1, BasicPitchFraming.WindowFrames, BasicPitchFraming.ContourBinCount]),
        ]);

    /// <summary>Tells this model's file from others, for what is filed under it: the beginning of its hash; "none" where it is missing.</summary>
    public static string Fingerprint => ModelFile.Of(ModelStore.Shared.Find(Contract.Name) is { Standing: ModelStanding.Here } model ? model.Path : null);

    /// <inheritdoc/>
    public void Hear(ReadOnlySpan<float> window, Span<float> note, Span<float> onset, Span<float> contour, CancellationToken cancellationToken)
    {
        window.CopyTo(_run.Data(Audio));
        _run.Execute(cancellationToken);
        _run.Data(Note).CopyTo(note);
        _run.Data(Onset).CopyTo(onset);
        _run.Data(Contour).CopyTo(contour);
    }

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();
}
