using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>Asks for advice on a track.</summary>
/// <param name="trackName">What the track is called.</param>
/// <param name="audio">Its audio, planar.</param>
/// <param name="analysis">What was measured on it.</param>
/// <param name="cancellation">Ends it early.</param>
internal delegate AdviceReport AskAdviser(
    string trackName, AudioBuffer audio, TrackAnalysis analysis, CancellationToken cancellation);
