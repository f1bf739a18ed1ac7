namespace GrooveGuru.Contracts.Endpoint;

/// <summary>What reading an endpoint file found.</summary>
public enum EndpointFileStanding
{
    /// <summary>A bridge of this contract wrote it.</summary>
    Ok,

    /// <summary>There is none: no bridge has started since this user logged in, or it ended in order.</summary>
    Absent,

    /// <summary>It is torn, no endpoint file, or others than this user could have written it.</summary>
    Unreadable,

    /// <summary>A bridge of another contract wrote it; plugin and bridge must be brought to the same version.</summary>
    OtherContractVersion,
}
