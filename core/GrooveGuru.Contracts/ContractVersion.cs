namespace GrooveGuru.Contracts;

/// <summary>The version of the contract that this build speaks.</summary>
public static class ContractVersion
{
    /// <summary>Raised when plugin and bridge of different versions would misunderstand each other.</summary>
    public const int Current = 1;
}
