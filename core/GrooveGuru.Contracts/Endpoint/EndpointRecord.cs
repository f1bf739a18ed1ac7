using System.Text.Json.Serialization;

namespace GrooveGuru.Contracts.Endpoint;

/// <summary>The endpoint file as it lies on disk; every member may be missing.</summary>
internal sealed record EndpointRecord(int? ContractVersion, int? ProcessId, string? SocketPath, int? TcpPort, string? Token);

/// <summary>Reads and writes the file without reflection, which NativeAOT has not.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(EndpointRecord))]
internal sealed partial class EndpointJson : JsonSerializerContext;
