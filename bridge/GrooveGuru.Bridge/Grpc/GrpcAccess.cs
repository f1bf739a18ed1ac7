using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using GrooveGuru.Contracts.Wire;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace GrooveGuru.Bridge.Grpc;

/// <summary>Who may call: programs of this user that have read the endpoint file; never a web page.</summary>
internal sealed class GrpcAccess
{
    private readonly byte[] _expected;

    /// <summary>Knows the token.</summary>
    /// <param name="token">The secret; not empty.</param>
    public GrpcAccess(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        _expected = Encoding.UTF8.GetBytes(GrpcHeaders.BearerPrefix + token);
    }

    /// <summary>Whether a browser could have sent this, or a name that was bent to point here (DNS rebinding).</summary>
    public static bool IsForeign(HttpContext http)
    {
        if (http.Request.Headers.Origin.Count > 0)
        {
            return true;
        }

        // Nobody reaches a socket file through a name, and clients put what they like into the header there.
        bool overSocketFile =
            http.Features.Get<IConnectionEndPointFeature>()?.LocalEndPoint is UnixDomainSocketEndPoint;
        return !overSocketFile && !IsLoopbackName(http.Request.Host.Host);
    }

    /// <summary>Whether a call carries the token; takes equally long whatever is wrong with it.</summary>
    public bool HasToken(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } sent]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), _expected);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
