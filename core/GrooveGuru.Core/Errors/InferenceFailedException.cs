namespace GrooveGuru.Core.Errors;

/// <summary>A model could not be run.</summary>
public sealed class InferenceFailedException : GrooveGuruException
{
    /// <summary>An error about one model.</summary>
    /// <param name="model">The model as the user knows it.</param>
    /// <param name="reason">What is wrong and what to do, one sentence without the model.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public InferenceFailedException(string model, string reason, Exception? innerException = null)
        : base($"{model}: {reason}", innerException!)
    {
        Model = model;
        Reason = reason;
    }

    /// <summary>The model as the user knows it.</summary>
    public string Model { get; }

    /// <summary>What is wrong and what to do.</summary>
    public string Reason { get; }
}
