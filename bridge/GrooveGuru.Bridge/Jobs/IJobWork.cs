namespace GrooveGuru.Bridge.Jobs;

/// <summary>Long work on one piece of audio that leaves files: the same for the command line and for a job.</summary>
internal interface IJobWork
{
    /// <summary>Name and version of the method with all that its result depends on beside the audio; fit for a folder's name.</summary>
    string Method(WorkInput input);

    /// <summary>Names of files that an earlier run may have made of the same input and that this one stands in place of, written again or not.</summary>
    IReadOnlyList<string> Replaces => [];

    /// <summary>Whether the last run left all that it was asked for; what is missing is worth another attempt.</summary>
    bool IsWhole => true;

    /// <summary>Does the work.</summary>
    /// <param name="input">The audio.</param>
    /// <param name="folder">An existing folder for the files.</param>
    /// <param name="progress">Told how far it is, over all of its phases.</param>
    /// <param name="cancellation">Ends it early; files may then be left in the folder.</param>
    /// <exception cref="Core.Errors.GrooveGuruException">There is nothing to be made of this audio; the message says why.</exception>
    void Run(WorkInput input, string folder, IProgress<WorkStep> progress, CancellationToken cancellation);
}
