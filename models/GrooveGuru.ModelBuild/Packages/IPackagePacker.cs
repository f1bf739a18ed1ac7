namespace GrooveGuru.ModelBuild.Packages;

/// <summary>Fetches packages as they were published.</summary>
internal interface IPackagePacker
{
    /// <summary>Fetches one package.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its exact version.</param>
    /// <param name="folder">An empty folder for it.</param>
    /// <returns>The path of the packed package.</returns>
    /// <exception cref="IOException">It could not be fetched; the message says what to do.</exception>
    string Pack(string name, string version, string folder);
}
