namespace GrooveGuru.Fitting.Corpus;

/// <summary>One clip of a corpus of single tracks and mixes.</summary>
/// <param name="File">Path of the audio.</param>
/// <param name="Role">What it is: drums, bass, vocal, keys, guitar, pad, lead, full_mix, or another word for what is none of them.</param>
/// <param name="Group">The song or the session that it comes from; clips of one group are never on both sides of a split.</param>
/// <param name="Kind">How it was made: rendered, real.</param>
/// <param name="IsHeld">Whether nothing may be learnt from it.</param>
internal sealed record CorpusClip(string File, string Role, string Group, string Kind, bool IsHeld)
{
    /// <summary>The name that the clip had before it was labelled: the file's, without the label.</summary>
    public string Name
    {
        get
        {
            string stem = Path.GetFileNameWithoutExtension(File);
            int label = stem.LastIndexOf("__", StringComparison.Ordinal);
            return label > 0 ? stem[..label] : stem;
        }
    }
}
