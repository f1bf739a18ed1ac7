namespace GrooveGuru.Bridge.Diagnosis;

/// <summary>What the doctor thinks of one thing.</summary>
internal enum Verdict
{
    /// <summary>It is there and works.</summary>
    Fine,

    /// <summary>Something to know: only a part of the product misses it, or it can be made better.</summary>
    Note,

    /// <summary>The product does not work like this.</summary>
    Broken,
}
