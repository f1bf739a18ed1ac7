namespace GrooveGuru.Bridge.Inference.Store;

/// <summary>A model that the manifest knows.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="Contract">What kind of model it is: a name of <see cref="ModelContracts"/>.</param>
/// <param name="About">What it is for, one or two sentences.</param>
/// <param name="File">The name of its file.</param>
/// <param name="Licence">The licence of its weights, SPDX or in words.</param>
/// <param name="Url">Where it is fetched from; null where it is not.</param>
/// <param name="Bytes">The size of the file; 0 where it comes with the program.</param>
/// <param name="Sha256">The hash of the file in hex; empty where it comes with the program.</param>
/// <param name="ComesWithProgram">Whether it lies beside the program.</param>
internal sealed record ModelEntry(
    string Name, string Contract, string About, string File, string Licence, Uri? Url = null, long Bytes = 0, string Sha256 = "", bool ComesWithProgram = false);
