namespace GrooveGuru.Contracts.Wire;

/// <summary>How a call ended, with the numbers that cross the wire.</summary>
/// <remarks>The gRPC project's "Status codes and their use in gRPC".</remarks>
public enum GrpcStatusCode
{
    /// <summary>It did what was asked.</summary>
    Ok = 0,

    /// <summary>It was cancelled, usually by the caller.</summary>
    Cancelled = 1,

    /// <summary>The other side gave no code that is known here.</summary>
    Unknown = 2,

    /// <summary>The request makes no sense, whatever the state of the bridge.</summary>
    InvalidArgument = 3,

    /// <summary>The time ran out.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be made exists already.</summary>
    AlreadyExists = 6,

    /// <summary>This caller may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A bound was reached: message size, tracks, disk.</summary>
    ResourceExhausted = 8,

    /// <summary>Not in this state, such as a report of a track that has heard nothing.</summary>
    FailedPrecondition = 9,

    /// <summary>It gave way to something else that went on at the same time.</summary>
    Aborted = 10,

    /// <summary>Past the end of what there is.</summary>
    OutOfRange = 11,

    /// <summary>This bridge has no such method, or not this encoding.</summary>
    Unimplemented = 12,

    /// <summary>Something broke that should not have.</summary>
    Internal = 13,

    /// <summary>The other side does not answer; trying again may help.</summary>
    Unavailable = 14,

    /// <summary>Data was lost for good.</summary>
    DataLoss = 15,

    /// <summary>The token is missing or wrong.</summary>
    Unauthenticated = 16,
}
