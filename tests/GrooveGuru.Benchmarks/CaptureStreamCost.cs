using System.Diagnostics;
using Google.Protobuf;
using GrooveGuru.Bridge.Grpc;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;
using GrooveGuru.Contracts.Wire.Server;
using GrooveGuru.Plugin.BridgeClient;

namespace GrooveGuru.Benchmarks;

/// <summary>Processor time of one capture stream over a real socket: our client and our server in this process.</summary>
public static class CaptureStreamCost
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "capture-cost";

    private const int ChannelCount = 2;
    private const double TargetPercent = 2;
    private const double TrackBytesPerSecond = 48_000 * ChannelCount * sizeof(float);

    // As in the plugin's CaptureSession and ChunkAssembler.
    private const double SendPeriodSeconds = 0.06;
    private const int LargestChunkBytes = ChunkAssembler.MaxBytes;

    /// <summary>Measures and prints what a track costs, and whether the target is met.</summary>
    /// <returns>0 when it is, else 1.</returns>
    public static int Run()
    {
        TimeSpan duration = TimeSpan.FromSeconds(10);
        Console.WriteLine($"48 kHz stereo as the plugin sends it: {Measure(duration, TrackBytesPerSecond, (int)(TrackBytesPerSecond * SendPeriodSeconds))}");
        CaptureStreamCostResult judged = Measure(duration, chunkBytes: LargestChunkBytes);
        Console.WriteLine($"{LargestChunkBytes / 1024} KiB chunks, the plugin's largest: {judged}");
        bool met = judged.PercentOfOneCore < TargetPercent;
        Console.WriteLine($"  {(met ? "target met" : "TARGET MISSED")}: 2.5 MB/s for less than {TargetPercent} % of a core");
        return met ? 0 : 1;
    }

    /// <summary>Sends audio at a steady rate and takes the processor time of the whole process.</summary>
    /// <param name="duration">How long; the stream is warmed up before.</param>
    /// <param name="bytesPerSecond">Bytes of samples each second; 2.5 MB/s is a little more than 6 channels at 96 kHz.</param>
    /// <param name="chunkBytes">Bytes of samples in a message.</param>
    /// <param name="overTcp">Over the loopback port instead of the Unix domain socket.</param>
    public static CaptureStreamCostResult Measure(
        TimeSpan duration, double bytesPerSecond = 2.5e6, int chunkBytes = 48 * 1024, bool overTcp = false) =>
        MeasureAsync(duration, bytesPerSecond, chunkBytes, overTcp).GetAwaiter().GetResult();

    private static async Task<CaptureStreamCostResult> MeasureAsync(
        TimeSpan duration, double bytesPerSecond, int chunkBytes, bool overTcp)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gg-cost-");
        try
        {
            var table = new GrpcServiceTable();
            table.AddDuplex(BridgeMethods.Capture, (up, _) => ReceiveAsync(up));
            await using var server = new GrpcServer(
                new GrpcServerOptions
                {
                    SocketPath = overTcp ? null : Path.Combine(folder.FullName, "b.sock"),
                    TcpPort = overTcp ? 0 : null,
                    Token = EndpointToken.Create(),
                },
                table,
                new HealthService());
            await server.StartAsync();
            await using GrpcConnection connection = GrpcConnection.Open(server.Endpoint);
            await using GrpcDuplexCall<CaptureUp, CaptureDown> call = connection.OpenDuplex(BridgeMethods.Capture);

            // As fast as it goes: a bridge in use has its code compiled, and the plugin's is compiled ahead of time.
            await SendAsync(call, TimeSpan.FromSeconds(3), double.MaxValue, chunkBytes);
            await Task.Delay(TimeSpan.FromSeconds(1));

            double idleBefore = CpuSeconds();
            await Task.Delay(duration);
            double idle = CpuSeconds() - idleBefore;

            long allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
            double cpuBefore = CpuSeconds();
            long began = Stopwatch.GetTimestamp();
            (long sentBytes, int chunks) = await SendAsync(call, duration, bytesPerSecond, chunkBytes);
            double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
            double cpu = CpuSeconds() - cpuBefore;
            long allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;

            await call.CompleteAsync();
            await foreach (CaptureDown last in call.Responses)
            {
                Trace.Assert(last.Running.HeardSeconds > 0, "The server heard nothing.");
            }

            return new CaptureStreamCostResult(wall, sentBytes, chunks, cpu, idle, allocated);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(long SentBytes, int Chunks)> SendAsync(
        GrpcDuplexCall<CaptureUp, CaptureDown> call, TimeSpan duration, double bytesPerSecond, int chunkBytes)
    {
        byte[] samples = new byte[chunkBytes];
        var chunk = new AudioChunk
        {
            SampleRateHz = 48000,
            ChannelCount = ChannelCount,
            Samples = UnsafeByteOperations.UnsafeWrap(samples),
            Transport = new Transport { Playing = true },
        };
        var message = new CaptureUp { Audio = chunk };
        long began = Stopwatch.GetTimestamp();
        long sent = 0;
        int chunks = 0;
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            chunk.StreamPositionFrames = sent / (ChannelCount * sizeof(float));
            await call.WriteAsync(message);
            sent += chunkBytes;
            chunks++;
            TimeSpan due = TimeSpan.FromSeconds(sent / bytesPerSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }
        }

        return (sent, chunks);
    }

    private static async IAsyncEnumerable<CaptureDown> ReceiveAsync(IAsyncEnumerable<CaptureUp> up)
    {
        long frames = 0;
        await foreach (CaptureUp message in up)
        {
            frames += message.Audio.Samples.Length / (ChannelCount * sizeof(float));
        }

        yield return new CaptureDown { Running = new RunningMeasures { HeardSeconds = frames / 48000.0 } };
    }

    private static double CpuSeconds()
    {
        using Process self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }
}
