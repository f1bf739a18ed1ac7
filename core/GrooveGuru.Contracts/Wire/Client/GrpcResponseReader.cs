using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace GrooveGuru.Contracts.Wire.Client;

/// <summary>The messages and the status of one response.</summary>
internal sealed class GrpcResponseReader<TResponse>(
    Task<HttpResponseMessage> sending, MessageParser<TResponse> parser, GrpcMessageLimits limits, GrpcCallLife life)
    where TResponse : class, IMessage<TResponse>
{
    /// <summary>The status once it is known.</summary>
    public GrpcStatus? Status { get; private set; }

    /// <summary>The only response of a call with one response.</summary>
    /// <exception cref="GrpcException">The call ended with another status, or UNIMPLEMENTED: there was not exactly one response.</exception>
    public async Task<TResponse> ReadSingleAsync()
    {
        TResponse? only = null;
        await foreach (TResponse response in ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            only = only is null
                ? response
                : throw new GrpcException(GrpcStatusCode.Unimplemented, "More than one response came to a call that has one.");
        }

        return only ?? throw new GrpcException(GrpcStatusCode.Unimplemented, "No response came to a call that has one.");
    }

    /// <summary>Every response as it comes; ends when the server's status is Ok, throws when it is not.</summary>
    public async IAsyncEnumerable<TResponse> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        HttpResponseMessage response = await OpenAsync(cancellation).ConfigureAwait(false);
        PipeReader pipe = await OpenBodyAsync(response).ConfigureAwait(false);
        try
        {
            var reader = new GrpcMessageReader(pipe, limits.MaxReceiveBytes, GrpcStatusCode.Internal);
            while (await ReadAsync(reader, cancellation).ConfigureAwait(false) is { } message)
            {
                yield return message;
            }

            ThrowUnlessOk(response.TrailingHeaders, response.Headers);
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> OpenAsync(CancellationToken cancellation)
    {
        HttpResponseMessage response;
        try
        {
            response = await sending.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            throw life.Translate(error);
        }

        if (response.StatusCode != HttpStatusCode.OK
            || !GrpcHeaders.IsGrpcContentType(response.Content.Headers.ContentType?.MediaType))
        {
            // A proxy or another server may still have said it in gRPC's way.
            throw ReadStatus(response.Headers) is { Code: not GrpcStatusCode.Ok } status
                ? ToException(status)
                : life.OfHttpStatus(response.StatusCode);
        }

        return response;
    }

    private async Task<PipeReader> OpenBodyAsync(HttpResponseMessage response)
    {
        try
        {
            Stream body = await response.Content.ReadAsStreamAsync(life.Token).ConfigureAwait(false);
            return PipeReader.Create(body);
        }
        catch (Exception error)
        {
            throw life.Translate(error);
        }
    }

    private async ValueTask<TResponse?> ReadAsync(GrpcMessageReader reader, CancellationToken cancellation)
    {
        using CancellationTokenSource? both = cancellation.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellation, life.Token)
            : null;
        try
        {
            return await reader.ReadAsync(parser, both?.Token ?? life.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("Reading the responses was cancelled.", cancellation);
        }
        catch (Exception error)
        {
            throw life.Translate(error);
        }
    }

    private void ThrowUnlessOk(HttpResponseHeaders trailers, HttpResponseHeaders headers)
    {
        // A response without messages may carry the status in its headers alone.
        GrpcStatus status = ReadStatus(trailers) ?? ReadStatus(headers)
            ?? new GrpcStatus(GrpcStatusCode.Internal, "The call ended without a status.");
        Status = status;
        if (status.Code != GrpcStatusCode.Ok)
        {
            throw ToException(status);
        }
    }

    private static GrpcStatus? ReadStatus(HttpResponseHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues(GrpcHeaders.Status, out HeaderStringValues values))
        {
            return null;
        }

        bool known = int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is >= 0 and <= (int)GrpcStatusCode.Unauthenticated;
        string detail = headers.NonValidated.TryGetValues(GrpcHeaders.Message, out HeaderStringValues message)
            ? GrpcMessageText.Decode(message.ToString())
            : "";
        return new GrpcStatus(known ? (GrpcStatusCode)number : GrpcStatusCode.Unknown, detail);
    }

    private static GrpcException ToException(GrpcStatus status) =>
        new(status.Code, status.Detail.Length > 0 ? status.Detail : $"The call ended with {status.Code}.");
}
