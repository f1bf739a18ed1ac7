using System.CommandLine;
using GrooveGuru.Bridge.Jobs;

namespace GrooveGuru.Bridge.Cli;

/// <summary>A page for a browser about the files that work has made.</summary>
internal interface IWorkPage
{
    /// <summary>The option that asks for it.</summary>
    Option<string?> Option { get; }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="path">The page.</param>
    /// <param name="title">What the recording is called.</param>
    /// <param name="files">The files, at their final place.</param>
    /// <param name="notice">What the user should know of them; null for nothing.</param>
    /// <param name="work">The work that made them.</param>
    /// <exception cref="IOException">The page cannot be written.</exception>
    void Write(string path, string title, IReadOnlyList<string> files, string? notice, IJobWork work);
}
