namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>What pages are made of and the program carries with it.</summary>
internal static class PageResource
{
    /// <summary>Reads one.</summary>
    /// <param name="name">Its name: "report-page.css".</param>
    /// <exception cref="InvalidOperationException">The program carries no such thing.</exception>
    public static string Read(string name)
    {
        using Stream stream = typeof(PageResource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
