using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Inference.Store;

/// <summary>Finds out what kind of model a file holds, by loading it and running it once on silence.</summary>
internal static class ModelProbe
{
    /// <summary>Tells the kind.</summary>
    /// <exception cref="ModelUnavailableException">The file is damaged, or of no kind that is used here.</exception>
    public static ModelContract Identify(string path)
    {
        ModelUnavailableException? refusal = null;
        foreach (ModelContract contract in ModelContracts.All)
        {
            try
            {
                Try(path, contract, CancellationToken.None);
                return contract;
            }
            catch (ModelUnavailableException error)
            {
                refusal = error;
            }
        }

        throw refusal!;
    }

    /// <summary>Loads a model and runs it once.</summary>
    /// <returns>What ran it.</returns>
    /// <exception cref="ModelUnavailableException">It is damaged or of another kind.</exception>
    /// <exception cref="InferenceFailedException">It can be loaded and not be run.</exception>
    public static InferenceDevice Try(string path, ModelContract contract, CancellationToken cancellation)
    {
        using InferenceSession session = InferenceSession.Load(OnnxRuntime.Shared, path, contract, InferenceSettings.Default);
        using InferenceRun run = new(session);
        run.Execute(cancellation);
        return session.Device;
    }
}
