namespace GrooveGuru.Host;

/// <summary>A module, as its factory tells it.</summary>
/// <param name="Vendor">The maker.</param>
/// <param name="Url">Where help is found.</param>
/// <param name="Email">Where to write to.</param>
/// <param name="Flags">1 classes discardable, 8 component not discardable, 16 Unicode.</param>
/// <param name="Classes">Its classes.</param>
public sealed record ModuleDescription(string Vendor, string Url, string Email, int Flags, IReadOnlyList<ClassDescription> Classes);
