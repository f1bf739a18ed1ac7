namespace GrooveGuru.Bridge.Jobs;

/// <summary>Long work on one piece of audio that leaves files: the same for the command line and for a job.</summary>
internal interface IJobWork
{
    /// <summary>What it does, for a progress line: "Separating".</summary>
    string Phase { get; }

    /// <summary>Name and version of the method with all that its result depends on beside the audio; fit for a folder's name.</summary>
    string Method(WorkInput input);

    /// <summary>Does the work.</summary>
    /// <param name="input">The audio.</param>
    /// <param name="folder">An existing folder for the files.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it early; files may then be left in the folder.</param>
    /// <exception cref="Core.Errors.GrooveGuruException">There is nothing to be made of this audio; the message says why.</exception>
    void Run(WorkInput input, string folder, IProgress<double> progress, CancellationToken cancellation);
}
