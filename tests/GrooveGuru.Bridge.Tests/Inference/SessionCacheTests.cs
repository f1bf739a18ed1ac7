using GrooveGuru.Bridge.Inference;
using GrooveGuru.Bridge.Inference.Store;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Tests.Inference;

public sealed class SessionCacheTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly SessionCache _cache;

    public SessionCacheTests() => _cache = new SessionCache(ModelStore.Shared, InferenceSettings.Default, _time);

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void Take_Again_IsTheSameSessionUntilItIsIdle()
    {
        SessionLease first = Take(), second = Take();
        Assert.Same(first.Session, second.Session);
        first.Dispose();
        first.Dispose(); // counts once
        _time.RunDue();
        Assert.Equal(1, _cache.Count);
        second.Dispose();
        Assert.Equal(1, _cache.Count);
        using (SessionLease third = Take())
        {
            Assert.Same(first.Session, third.Session);
            _time.RunDue();
            Assert.Equal(1, _cache.Count);
        }

        _time.RunDue();
        Assert.Equal(0, _cache.Count);
        using SessionLease fresh = Take();
        Assert.NotSame(first.Session, fresh.Session);
    }

    [Fact]
    public void Take_UnknownModel_SaysHowToListThem()
        => Assert.Contains("models list", Assert.Throws<ModelUnavailableException>(() => _cache.Take("none", BasicPitchModel.Contract)).Message, StringComparison.Ordinal);

    private SessionLease Take() => _cache.Take("basic-pitch", BasicPitchModel.Contract);

    /// <summary>Time whose timers fire when the test says so.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private readonly List<ManualTimer> _timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ManualTimer timer = new(() => callback(state));
            _timers.Add(timer);
            return timer;
        }

        public void RunDue()
        {
            ManualTimer[] due = [.. _timers];
            _timers.Clear();
            Array.ForEach(due, timer => timer.Fire());
        }

        private sealed class ManualTimer(Action fire) : ITimer
        {
            private bool _isOver;

            public void Fire()
            {
                if (!_isOver)
                {
                    fire();
                }
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => _isOver = true;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
