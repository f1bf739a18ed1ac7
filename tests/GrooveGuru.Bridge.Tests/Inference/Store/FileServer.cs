using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GrooveGuru.Bridge.Tests.Inference.Store;

/// <summary>A web server with one file, which may break off.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _content;

    public FileServer(byte[] content)
    {
        _content = content;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/model.onnx");
        _ = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    /// <summary>How many bytes of the file the next answer gives before it breaks off.</summary>
    public int BreaksAfter { get; set; } = int.MaxValue;

    /// <summary>Whether it knows ranges.</summary>
    public bool KnowsRanges { get; set; } = true;

    /// <summary>What it answers instead of the file, "404 Not Found".</summary>
    public string? Refusal { get; set; }

    /// <summary>From where each request wanted the file.</summary>
    public List<long> Starts { get; } = [];

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                return;
            }
            catch (IOException)
            {
                // the other side has gone
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        int start = 0;
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            const string Range = "Range: bytes=";
            if (line.StartsWith(Range, StringComparison.OrdinalIgnoreCase))
            {
                start = int.Parse(line[Range.Length..^1], CultureInfo.InvariantCulture);
            }
        }

        Starts.Add(start);
        bool isPart = start > 0 && KnowsRanges;
        start = isPart ? start : 0;
        int whole = Refusal is null ? _content.Length - start : 0, count = Math.Min(whole, BreaksAfter);
        string head = $"HTTP/1.1 {Refusal ?? (isPart ? "206 Partial Content" : "200 OK")}\r\nContent-Length: {whole}\r\nConnection: close\r\n"
            + (isPart ? $"Content-Range: bytes {start}-{_content.Length - 1}/{_content.Length}\r\n" : "") + "\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(_content.AsMemory(start, count));
        stream.Socket.Shutdown(SocketShutdown.Send);
    }
}
