using Google.Protobuf;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Contracts.Wire;

/// <summary>Every rpc of the service grooveguru.v1.Bridge.</summary>
public static class BridgeMethods
{
    /// <summary>The service's full name.</summary>
    public const string ServiceName = "grooveguru.v1.Bridge";

    /// <summary>One call for each plugin instance: audio goes up, what was heard comes down.</summary>
    public static GrpcMethod<CaptureUp, CaptureDown> Capture { get; } =
        Describe("Capture", GrpcMethodKind.DuplexStreaming, CaptureUp.Parser, CaptureDown.Parser);

    /// <summary>What this bridge is.</summary>
    public static GrpcMethod<StatusRequest, BridgeStatus> GetStatus { get; } =
        Describe("GetStatus", GrpcMethodKind.Unary, StatusRequest.Parser, BridgeStatus.Parser);

    /// <summary>The tracks known now.</summary>
    public static GrpcMethod<ListTracksRequest, TrackList> ListTracks { get; } =
        Describe("ListTracks", GrpcMethodKind.Unary, ListTracksRequest.Parser, TrackList.Parser);

    /// <summary>The tracks known now, then every change.</summary>
    public static GrpcMethod<WatchTracksRequest, TrackList> WatchTracks { get; } =
        Describe("WatchTracks", GrpcMethodKind.ServerStreaming, WatchTracksRequest.Parser, TrackList.Parser);

    /// <summary>The newest report of one track.</summary>
    public static GrpcMethod<ReportRequest, TrackReport> GetReport { get; } =
        Describe("GetReport", GrpcMethodKind.Unary, ReportRequest.Parser, TrackReport.Parser);

    /// <summary>What the user says to a recommendation: tried, dismissed, or open again.</summary>
    public static GrpcMethod<MarkRequest, TrackReport> MarkRecommendation { get; } =
        Describe("MarkRecommendation", GrpcMethodKind.Unary, MarkRequest.Parser, TrackReport.Parser);

    /// <summary>A track from audio that no plugin captured.</summary>
    public static GrpcMethod<ImportUp, TrackReport> Import { get; } =
        Describe("Import", GrpcMethodKind.ClientStreaming, ImportUp.Parser, TrackReport.Parser);

    /// <summary>Starts long work and returns at once.</summary>
    public static GrpcMethod<JobRequest, Job> StartJob { get; } =
        Describe("StartJob", GrpcMethodKind.Unary, JobRequest.Parser, Job.Parser);

    /// <summary>The job's state now, then every change, until it has ended.</summary>
    public static GrpcMethod<JobRef, Job> WatchJob { get; } =
        Describe("WatchJob", GrpcMethodKind.ServerStreaming, JobRef.Parser, Job.Parser);

    /// <summary>Ends a job.</summary>
    public static GrpcMethod<JobRef, Job> CancelJob { get; } =
        Describe("CancelJob", GrpcMethodKind.Unary, JobRef.Parser, Job.Parser);

    private static GrpcMethod<TRequest, TResponse> Describe<TRequest, TResponse>(
        string name, GrpcMethodKind kind, MessageParser<TRequest> requestParser, MessageParser<TResponse> responseParser)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        new(ServiceName, name, kind, requestParser, responseParser);
}
