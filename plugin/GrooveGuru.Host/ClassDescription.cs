namespace GrooveGuru.Host;

/// <summary>One class of a module, as its factory tells it.</summary>
/// <param name="ClassId">32 hexadecimal digits.</param>
/// <param name="Category">"Audio Module Class" for an effect.</param>
/// <param name="Name">The name in a host's list.</param>
/// <param name="Vendor">The maker.</param>
/// <param name="Version">Its version.</param>
/// <param name="SdkVersion">The interface version that it was written against.</param>
/// <param name="SubCategories">Where hosts sort it.</param>
/// <param name="ClassFlags">1 distributable, 2 simple mode.</param>
/// <param name="Cardinality">How many instances there may be.</param>
public sealed record ClassDescription(
    string ClassId,
    string Category,
    string Name,
    string Vendor,
    string Version,
    string SdkVersion,
    IReadOnlyList<string> SubCategories,
    long ClassFlags,
    int Cardinality);
