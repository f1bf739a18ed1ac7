using GrooveGuru.Bridge.Inference.Store;
using GrooveGuru.Core.Concurrency;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Bridge.Inference;

/// <summary>
/// Basic Pitch, run by ONNX Runtime: a window for each thread, because the model is too small for several threads to share one, and
/// not in a batch, where a silent window would disturb the others.
/// </summary>
internal sealed class BasicPitchModel : INoteModel
{
    private const string Audio = "audio";
    private const string Note = "note";
    private const string Onset = "onset";
    private const string Contour = "contour";

    private static readonly FileFingerprint ModelFile = new();

    private readonly InferenceRun[] _runs;

    /// <summary>A model over a session, which stays the caller's.</summary>
    public BasicPitchModel(InferenceSession session) => _runs = [.. Enumerable.Range(0, session.RunsAtOnce).Select(_ => new InferenceRun(session))];

    /// <summary>What the model takes and gives.</summary>
    public static ModelContract Contract { get; } = new(
        "basic-pitch",
        [new TensorShape(Audio, TensorElement.Float, [-1, BasicPitchFraming.WindowSamples, 1])],
        [
            new TensorShape(Note, TensorElement.Float, [-1, BasicPitchFraming.WindowFrames, BasicPitchFraming.PitchCount]),
            new TensorShape(Onset, TensorElement.Float, [-1, BasicPitchFraming.WindowFrames, BasicPitchFraming.PitchCount]),
            new TensorShape(Contour, TensorElement.Float, [-1, BasicPitchFraming.WindowFrames, BasicPitchFraming.ContourBinCount]),
        ])
    { IsSmall = true };

    /// <summary>Tells this model's file from others, for what is filed under it: the beginning of its hash; "none" where it is missing.</summary>
    public static string Fingerprint => ModelFile.Of(ModelStore.Shared.Find(Contract.Name) is { Standing: ModelStanding.Here } model ? model.Path : null);

    /// <inheritdoc/>
    public int WindowsAtOnce => _runs.Length;

    /// <inheritdoc/>
    public void Hear(NoteWindows windows, int count, CancellationToken cancellationToken)
        => SideBySide.Run(cancellationToken, [.. Enumerable.Range(0, count).Select(window => (Action<CancellationToken>)(ending => Hear(_runs[window], windows, window, ending)))]);

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_runs, run => run.Dispose());

    private static void Hear(InferenceRun run, NoteWindows windows, int window, CancellationToken cancellationToken)
    {
        windows.Samples(window).CopyTo(run.Data(Audio));
        run.Execute(cancellationToken);
        run.Data(Note).CopyTo(windows.Note(window));
        run.Data(Onset).CopyTo(windows.Onset(window));
        run.Data(Contour).CopyTo(windows.Contour(window));
    }
}
