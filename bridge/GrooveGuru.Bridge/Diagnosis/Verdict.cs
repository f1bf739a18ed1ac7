namespace GrooveGuru.Bridge.Diagnosis;

/// <summary>What the doctor thinks of one thing.</summary>
internal enum Verdict
{
    /// <summary>It is there and works.</summary>
    Fine,

    /// <summary>It is not there, and only a part of the product misses it.</summary>
    Optional,

    /// <summary>The product does not work like this.</summary>
    Broken,
}
