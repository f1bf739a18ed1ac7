using System.Net;
using System.Net.Http.Headers;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Inference.Store;

/// <summary>Fetches a model's file, from where an earlier attempt ended.</summary>
internal static class ModelDownload
{
    private const int BlockBytes = 1 << 16;
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(30);

    /// <summary>A way to the network that gives a file as it comes, as an <see cref="HttpClient"/> does not.</summary>
    public static HttpMessageInvoker CreateHttp() => new(new SocketsHttpHandler { ConnectTimeout = SilenceLimit });

    /// <summary>Fetches what is missing of a part.</summary>
    /// <param name="entry">The model; its size bounds what is written.</param>
    /// <param name="part">The file that grows.</param>
    /// <param name="http">The way to the network.</param>
    /// <param name="progress">Told the share that is there, 0 to 1.</param>
    /// <param name="cancellation">Ends it; the part stays.</param>
    /// <exception cref="ModelUnavailableException">The server cannot be reached, has not got it, or is silent for 30 s.</exception>
    public static async Task RunAsync(
        ModelEntry entry, string part, HttpMessageInvoker http, IProgress<double> progress, CancellationToken cancellation)
    {
        try
        {
            FileStream file = new(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            await using (file.ConfigureAwait(false))
            {
                if (file.Length > entry.Bytes)
                {
                    file.SetLength(0);
                }

                if (file.Length < entry.Bytes)
                {
                    await FetchAsync(entry, file, http, progress, cancellation).ConfigureAwait(false);
                }

                file.Flush(flushToDisk: true);
            }
        }
        catch (Exception error) when (error is HttpRequestException or HttpIOException or TimeoutException
            || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ModelUnavailableException(
                entry.Name, $"{entry.Url!.Host} cannot be reached now; what was fetched is kept. Go online and run 'models pull {entry.Name}' again.", error);
        }
    }

    private static async Task FetchAsync(
        ModelEntry entry, FileStream file, HttpMessageInvoker http, IProgress<double> progress, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(SilenceLimit);
        using HttpRequestMessage request = new(HttpMethod.Get, entry.Url);
        if (file.Length > 0)
        {
            request.Headers.Range = new RangeHeaderValue(file.Length, null);
        }

        using HttpResponseMessage response = await http.SendAsync(request, limit.Token).ConfigureAwait(false);
        bool goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == file.Length;
        if (!goesOn && response.StatusCode != HttpStatusCode.OK)
        {
            throw new ModelUnavailableException(entry.Name, $"{entry.Url!.Host} answers {(int)response.StatusCode} instead of the file.");
        }

        if (!goesOn)
        {
            file.SetLength(0);
        }

        file.Seek(0, SeekOrigin.End);
        Stream body = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            byte[] block = new byte[BlockBytes];
            while (file.Position < entry.Bytes)
            {
                limit.CancelAfter(SilenceLimit);
                int count = await body.ReadAsync(block.AsMemory(0, (int)Math.Min(block.Length, entry.Bytes - file.Position)), limit.Token).ConfigureAwait(false);
                if (count == 0)
                {
                    throw new HttpRequestException("The file ended before its size.");
                }

                await file.WriteAsync(block.AsMemory(0, count), cancellation).ConfigureAwait(false);
                progress.Report((double)file.Position / entry.Bytes);
            }
        }
    }
}
