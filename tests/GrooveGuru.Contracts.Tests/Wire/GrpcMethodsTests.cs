using System.Reflection;
using Google.Protobuf.Reflection;
using GrooveGuru.Contracts.Health.V1;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Server;

namespace GrooveGuru.Contracts.Tests.Wire;

public sealed class GrpcMethodsTests
{
    public static TheoryData<Type, string> Services => new()
    {
        { typeof(BridgeMethods), GrooveguruReflection.Descriptor.Services.Single().FullName },
        { typeof(HealthMethods), HealthReflection.Descriptor.Services.Single().FullName },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public void Methods_AreThoseOfTheProto(Type methods, string service)
    {
        ServiceDescriptor descriptor = new[] { GrooveguruReflection.Descriptor, HealthReflection.Descriptor }
            .SelectMany(file => file.Services).Single(found => found.FullName == service);
        IEnumerable<string> expected = descriptor.Methods.Select(method =>
            $"/{service}/{method.Name} {Kind(method)} {method.InputType.ClrType.Name} {method.OutputType.ClrType.Name}");

        IEnumerable<string> actual = methods.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => Describe(property.Name, property.GetValue(null)!));

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Table_HandlerOfAnotherKind_IsRefused()
    {
        var table = new GrpcServiceTable();

        Assert.Throws<ArgumentException>(() =>
            table.AddUnary(BridgeMethods.Import, (_, _) => Task.FromResult(new TrackReport())));
        table.AddUnary(BridgeMethods.GetReport, (_, _) => Task.FromResult(new TrackReport()));
        Assert.Throws<ArgumentException>(() =>
            table.AddUnary(BridgeMethods.GetReport, (_, _) => Task.FromResult(new TrackReport())));
        Assert.Equal([BridgeMethods.ServiceName], table.Services);
    }

    private static string Describe(string property, object method)
    {
        Type type = method.GetType();
        Type[] messages = type.GetGenericArguments();
        Assert.Equal(property, type.GetProperty("Name")!.GetValue(method));
        return $"{method} {type.GetProperty("Kind")!.GetValue(method)} {messages[0].Name} {messages[1].Name}";
    }

    private static GrpcMethodKind Kind(MethodDescriptor method) => (method.IsClientStreaming, method.IsServerStreaming) switch
    {
        (false, false) => GrpcMethodKind.Unary,
        (false, true) => GrpcMethodKind.ServerStreaming,
        (true, false) => GrpcMethodKind.ClientStreaming,
        (true, true) => GrpcMethodKind.DuplexStreaming,
    };
}
