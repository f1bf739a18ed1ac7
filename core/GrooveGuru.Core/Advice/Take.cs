using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Advice;

/// <summary>One version of an excerpt, before or after a change. It is measured piece by piece, as measures are asked for.</summary>
internal sealed class Take
{
    private readonly Remeasure _remeasure;
    private readonly CancellationToken _cancellationToken;
    private readonly AdviceContext? _measured;
    private readonly Dictionary<AnalysisScope, AdviceContext> _contexts = [];
    private double? _monoLossLu;
    private bool _hasMonoLoss;

    /// <param name="audio">The audio, planar.</param>
    /// <param name="remeasure">Measures part of what there is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="measured">What is measured of it already; null where nothing is.</param>
    internal Take(AudioBuffer audio, Remeasure remeasure, CancellationToken cancellationToken, AdviceContext? measured = null)
    {
        Audio = audio;
        _remeasure = remeasure;
        _cancellationToken = cancellationToken;
        _measured = measured;
    }

    /// <summary>Measures a part of what there is on audio.</summary>
    internal delegate TrackAnalysis Remeasure(AudioBuffer audio, AnalysisScope scope, CancellationToken cancellationToken);

    /// <summary>The audio, planar.</summary>
    internal AudioBuffer Audio { get; }

    /// <summary>A measure by its id; null where it cannot be measured.</summary>
    internal double? Measure(string measureId) =>
        measureId == MeasureIds.MonoLossLu ? MonoLossLu() : ContextFor(measureId).Measure(measureId);

    private AdviceContext ContextFor(string measureId)
    {
        if (_measured is not null)
        {
            return _measured;
        }

        AnalysisScope scope = MeasureScopes.Of(measureId);
        if (!_contexts.TryGetValue(scope, out AdviceContext? context))
        {
            context = new AdviceContext(Audio, () => _remeasure(Audio, scope, _cancellationToken), _cancellationToken);
            _contexts.Add(scope, context);
        }

        return context;
    }

    private double? MonoLossLu()
    {
        if (!_hasMonoLoss)
        {
            _monoLossLu = MonoFold.LossLu(Audio, Measure(MeasureIds.IntegratedLufs), _cancellationToken);
            _hasMonoLoss = true;
        }

        return _monoLossLu;
    }
}
