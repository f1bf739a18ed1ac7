using System.Diagnostics;
using Google.Protobuf;
using GrooveGuru.Bridge.Grpc;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;
using GrooveGuru.Contracts.Wire.Server;

namespace GrooveGuru.Benchmarks;

/// <summary>Processor time of one capture stream over a real socket: our client and our server in this process.</summary>
public static class CaptureStreamCost
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "capture-cost";

    private const int ChannelCount = 2;

    /// <summary>Measures and prints one line for each chunk size.</summary>
    /// <returns>0.</returns>
    public static int Run()
    {
        foreach (int chunkBytes in (int[])[16 * 1024, 64 * 1024])
        {
            Console.WriteLine($"{chunkBytes / 1024} KiB chunks: {Measure(TimeSpan.FromSeconds(10), chunkBytes: chunkBytes)}");
        }

        return 0;
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
