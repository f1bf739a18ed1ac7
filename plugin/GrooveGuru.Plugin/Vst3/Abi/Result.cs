namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>Result codes (tresult) of this platform.</summary>
internal static class Result
{
    /// <summary>Done; also "true".</summary>
    public const int Ok = 0;

    /// <summary>Not done; also "false".</summary>
    public const int False = 1;

    /// <summary>The object has no such interface.</summary>
    public static readonly int NoInterface = Vst3Platform.IsComCompatible ? unchecked((int)0x80004002) : -1;

    /// <summary>An argument is null or out of range.</summary>
    public static readonly int InvalidArgument = Vst3Platform.IsComCompatible ? unchecked((int)0x80070057) : 2;

    /// <summary>The method does nothing here.</summary>
    public static readonly int NotImplemented = Vst3Platform.IsComCompatible ? unchecked((int)0x80004001) : 3;

    /// <summary>The method failed in a way its caller cannot mend.</summary>
    public static readonly int InternalError = Vst3Platform.IsComCompatible ? unchecked((int)0x80004005) : 4;

    /// <summary>Called before initialize.</summary>
    public static readonly int NotInitialized = Vst3Platform.IsComCompatible ? unchecked((int)0x8000FFFF) : 5;
}
