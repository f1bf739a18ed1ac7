using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GrooveGuru.Bridge.Tests;

/// <summary>Collects what the bridge logs; a test ends with <see cref="AssertNoErrors"/>.</summary>
internal sealed class TestLog : ILoggerFactory
{
    private readonly ConcurrentQueue<string> _errors = [];

    public void AssertNoErrors() => Assert.Empty(_errors);

    public ILogger CreateLogger(string categoryName) => new Sink(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Sink(TestLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
            {
                log._errors.Enqueue($"{category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
