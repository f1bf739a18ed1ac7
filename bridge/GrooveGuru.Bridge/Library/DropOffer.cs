namespace GrooveGuru.Bridge.Library;

/// <summary>Files to be dragged into a project.</summary>
/// <param name="Paths">Absolute, one for each file of the work.</param>
/// <param name="WhyNotCopied">
/// Why some of them are the library's own, which the user may lose or change for everybody: a sentence with what to do; null where
/// all are copies.
/// </param>
internal sealed record DropOffer(IReadOnlyList<string> Paths, string? WhyNotCopied);
